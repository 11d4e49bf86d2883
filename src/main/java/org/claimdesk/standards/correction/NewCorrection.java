package org.claimdesk.standards.correction;

import java.time.LocalDate;

import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A correction as somebody words it. */
@Schema(description = "A correction to be issued.")
record NewCorrection(@Schema(required = true) CorrectionKind kind,
        @Schema(required = true, description = "As readers get it; at most 20,000 characters.") String text,
        @Schema(description = "The day it is dated; today where it is left out, and never one to come.") LocalDate dated,
        @Schema(required = true, description = "Where readers find it.") Spot placed,
        @Schema(description = "Where it is, for ELSEWHERE alone.") String address,
        @Schema(description = "The last correction of the case as you read it; left out for the first.") Long follows) {

    /** @throws Problem bad input where something is missing, or it is dated to a day to come */
    NewCorrection checked(LocalDate today) {
        Input.chosen("kind", kind, "Say what kind it is.");
        String said = Input.prose("text", text, "Write what readers are told.");
        LocalDate day = dated == null ? today : dated;
        if (day.isAfter(today)) {
            throw Problem.badInput("dated", "That day is to come. Issue it when it is out.");
        }
        if (day.getYear() < 1900) {
            throw Problem.badInput("dated", "That is too long ago.");
        }
        Input.chosen("placed", placed, "Say where it is placed.");
        String where = Input.address("address", address);
        if (placed == Spot.ELSEWHERE) {
            Input.chosen("address", where, "Give the address where it is.");
        } else if (where != null) {
            throw Problem.badInput("address", "An address is given for a correction that is elsewhere.");
        }
        return new NewCorrection(kind, said, day, placed, where, follows);
    }
}
