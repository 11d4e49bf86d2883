package org.claimdesk.standards.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.claimdesk.claim.Rating;
import org.claimdesk.people.Acting;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.claimdesk.web.Keyset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Audits of single verdicts, and agreement, in the API. For the standards desk alone. */
@Path("/api/v1/audits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("standards")
@Tag(name = "Audits")
class AuditResource {

    private static final String NOW = "The audit as it is now";

    private final AuditReading audits;
    private final AgreementReading agreement;
    private final Auditing auditing;
    private final SignedIn signedIn;
    private final Call call;

    AuditResource(AuditReading audits, AgreementReading agreement, Auditing auditing, SignedIn signedIn, Call call) {
        this.audits = audits;
        this.agreement = agreement;
        this.auditing = auditing;
        this.signedIn = signedIn;
        this.call = call;
    }

    @Schema(description = "An act that needs nothing said: {} or no body at all.")
    record Bare() {
        static Bare or(Bare sent) {
            return sent == null ? new Bare() : sent;
        }
    }

    record Given(@Schema(required = true) Rating rating, @Schema(required = true) String rationale) {}

    record Decision(
            @Schema(required = true, description = "UPHELD; OVERTURNED, which disputes the claim; or MOOT, where the verdict has ended before.") Audit.Outcome outcome,
            @Schema(required = true) String reason) {}

    @GET
    @Path("/waiting")
    @Transactional
    @Operation(summary = "List the audits that wait for you", description = "What you have taken, then what is free and you may take: none of a claim you sourced or verified, or of an article you wrote.")
    public List<AuditLine> waiting() {
        return audits.waiting(signedIn.acting(), Keyset.MOST);
    }

    @GET
    @Path("/findings")
    @Transactional
    @Operation(summary = "List open findings", description = "Audits whose rating is another than the first, and nobody has decided that. The oldest first.")
    public List<AuditLine> findings() {
        return audits.findings(Keyset.MOST);
    }

    @GET
    @Path("/items/{id}")
    @Transactional
    @Operation(summary = "Read an audit", description = "The claim in its words and evidence as the verdict was given on them. `verdict`, `own` and `stands` come once the audit is given.")
    public AuditSheet show(@PathParam("id") long id) {
        return audits.sheet(id, signedIn.acting());
    }

    @POST
    @Path("/items/{id}/take")
    @Operation(summary = "Take an audit", description = "From then on the verdict is hidden from you on the claim, in lists, galley, history and packet until you have given your own rating. Not for who sourced or verified the claim or wrote the article.")
    @APIResponseSchema(value = AuditSheet.class, responseCode = "200", responseDescription = NOW)
    public Response take(@PathParam("id") long id, Bare body) {
        return act(id, Bare.or(body), auditing::take);
    }

    @POST
    @Path("/items/{id}/return")
    @Operation(summary = "Give an audit back", description = "Yours, or that of somebody who is away.")
    @APIResponseSchema(value = AuditSheet.class, responseCode = "200", responseDescription = NOW)
    public Response giveBack(@PathParam("id") long id, Bare body) {
        return act(id, Bare.or(body), auditing::giveBack);
    }

    @POST
    @Path("/items/{id}/give")
    @Operation(summary = "Give your own rating", description = "Once; then both are shown. Where they differ, a finding is open.")
    @APIResponseSchema(value = AuditSheet.class, responseCode = "200", responseDescription = NOW)
    public Response give(@PathParam("id") long id, Given body) {
        return act(id, body, (audit, who) -> auditing.give(audit, body.rating(), body.rationale(), who));
    }

    @POST
    @Path("/items/{id}/finding")
    @Operation(summary = "Decide a finding", description = "Not for who sourced or verified the claim or wrote the article. To overturn ends the verdict and opens a dispute, as an act on the claim that names the audit.")
    @APIResponseSchema(value = AuditSheet.class, responseCode = "200", responseDescription = NOW)
    public Response decide(@PathParam("id") long id, Decision body) {
        return act(id, body, (audit, who) -> auditing.decide(audit, body.outcome(), body.reason(), who));
    }

    @GET
    @Path("/agreement")
    @Transactional
    @Operation(summary = "Read how far audits agree", description = "Of all, of each desk and of each rating: how many were audited and got the same rating (Wilson's 95 % interval), Cohen's kappa with the large sample interval of Fleiss, Cohen and Everitt; null where it is not defined. Of the verdicts that were audited, not weighted back: draws prefer what is risky.")
    public List<AgreementReading.Row> agreement(
            @Parameter(description = "Only verdicts given from then on.", example = "2026-11-01T00:00:00Z") @QueryParam("from") String from,
            @Parameter(description = "And before that.") @QueryParam("until") String until) {
        return agreement.of(time("from", from), time("until", until));
    }

    @GET
    @Path("/agreement.csv")
    @Produces("text/csv")
    @Transactional
    @Operation(summary = "Read the same as CSV")
    public Response csv(@QueryParam("from") String from, @QueryParam("until") String until) {
        return AuditsPage.csv(AgreementReading.csv(agreement.of(time("from", from), time("until", until))));
    }

    private static Instant time(String field, String value) {
        try {
            return Input.blank(value) ? null : Instant.parse(value.strip());
        } catch (DateTimeParseException notATime) {
            throw Problem.badInput(field, "That is not a time, such as 2026-11-03T18:00:00Z.");
        }
    }

    private Response act(long id, Object body, BiConsumer<Long, Acting> act) {
        return call.once(body, who -> {
            act.accept(id, who);
            return new Answer(200, Map.of(), audits.sheet(id, who));
        });
    }
}
