package org.claimdesk.evidence.capture;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.claimdesk.people.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A capture as pages and the API show it. */
@Schema(description = "A capture of what stood at the address. What it has not (yet) is null.")
public record CaptureLine(long id, @JsonIgnore long evidence, CaptureState state,
        @Schema(description = "How often it was tried.") int attempts,
        @Schema(description = "While WAITING: when it is tried.") Instant dueAt,
        @Schema(description = "While RUNNING: how many bytes have come.") long fetched, Name askedBy, Instant askedAt,
        Instant startedAt, Instant finishedAt, @Schema(description = "HTTP status of the last answer.") Integer status,
        @Schema(description = "Where it was in the end.") String finalAddress,
        @Schema(description = "The addresses on the way there.") List<String> redirects, String mediaType,
        @Schema(description = "Of the body as it came, in bytes.") Long size,
        @Schema(description = "SHA-256 of the body as it came, hexadecimal.") String digest,
        @Schema(description = "SHA-256 of the WARC; null also where the service looked by itself, and it was as it was.") String warcDigest,
        Long warcSize,
        @Schema(description = "SHA-256 of the readable text in UTF-8.") String textDigest,
        @Schema(description = "Why there is no readable text.") String noText,
        @Schema(description = "One word for why the last attempt failed, such as NOT_THERE or SLOW.") String failureKind,
        @Schema(description = "Why the last attempt failed, in words.") String failure, @JsonIgnore String begins,
        @Schema(description = "The capture it was held against when it was finished; null for the first good one.") Long reference,
        @Schema(description = "What has become of the page since that one.") Fate fate,
        @Schema(description = "Whether it is at another address than that one.") Boolean moved,
        @Schema(description = "How many picked passages stand in that one.") Integer passages,
        @Schema(description = "The ids of those that do not stand in this one.") List<Long> lost) {

    public boolean done() {
        return state == CaptureState.DONE;
    }

    /** Whether there is anything of it to be read again; where the service looked and it was the same, there is not. */
    public boolean kept() {
        return warcDigest != null;
    }

    /** Whether it was a look at a page that had been captured before, and brought nothing to keep. */
    public boolean onlyLooked() {
        return fate != null && !kept();
    }

    public boolean unseen() {
        return fate == Fate.UNSEEN;
    }

    public boolean failed() {
        return state == CaptureState.FAILED;
    }

    public boolean running() {
        return state == CaptureState.RUNNING;
    }

    public boolean finished() {
        return state.finished();
    }

    /** The size of the body in words, such as 3.4 MB; while it comes, how much has come. */
    public String measure() {
        long bytes = size == null ? fetched : size;
        if (bytes < 1_000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000 ? "%.1f kB".formatted(bytes / 1e3) : "%.1f MB".formatted(bytes / 1e6);
    }

    public String digestStart() {
        return digest.substring(0, 8) + "…" + digest.substring(60);
    }
}
