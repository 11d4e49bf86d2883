package org.claimdesk.ledger.erasure;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Call;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erasing texts of an entry, in the API. */
@Path("/api/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("standards")
@Tag(name = "Ledger")
class ErasureResource {

    private final ErasureReading reading;
    private final Erasing erasing;
    private final Call call;

    ErasureResource(ErasureReading reading, Erasing erasing, Call call) {
        this.reading = reading;
        this.erasing = erasing;
        this.call = call;
    }

    @Schema(description = "What is erased, and why.")
    record Erase(
            @Schema(required = true, description = "The names of the texts in the entry, such as `statement`.") List<String> texts,
            @Schema(required = true) Ground ground,
            @Schema(required = true, description = "Why, at most 20,000 characters. It is committed to by the entry of the erasure, and must not have the words in it.") String explanation,
            @Schema(description = "Such as the number of a case.") String reference) {}

    @Schema(description = "What was done.")
    record Erased(
            @Schema(description = "The ids of the entries that tell of it: one for each article or source in whose entries the words stood.") List<Long> entries,
            @Schema(description = "The texts of the entry as they are now.") List<Erasable.Text> texts) {}

    @GET
    @Path("/entries/{id}/erasure")
    @Transactional
    @Operation(summary = "Read what can be erased of an entry", description = "Its texts, the same words in other entries, which go with them, and other texts that have the words in them, which do not. For the standards desk.")
    public Erasable show(@PathParam("id") long id) {
        return reading.of(id);
    }

    @POST
    @Path("/entries/{id}/erasure")
    @Operation(summary = "Erase texts of an entry", description = "The words and their salt go, on a legal ground, with every copy in the tables and the same words in other entries; the entries and their proofs stay. For the standards desk, and not for whoever wrote it. It is not undone. 409 where a text cannot be erased or is; 503 for the moment until the entry has its index.")
    @APIResponseSchema(value = Erased.class, responseCode = "200", responseDescription = "The entries that tell of it")
    public Response erase(@PathParam("id") long id, Erase body) {
        return call.once(body, who -> {
            List<Long> entries = erasing.erase(id, body.texts(),
                    new Erasing.Reason(body.ground(), body.explanation(), body.reference()), who);
            return new Answer(200, Map.of(), new Erased(entries, reading.texts(id)));
        });
    }
}
