package org.claimdesk.ledger.tree;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.Compressed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.claimdesk.people.Role;
import org.claimdesk.problem.Problem;
import org.claimdesk.tlog.Malformed;
import org.claimdesk.tlog.Tile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The ledger as a tiled transparency log (C2SP tlog-tiles), whose prefix is {@code /api/v1/ledger}. For everybody in the
 * newsroom; for everybody at all where the newsroom has said so.
 */
@Path("/api/v1/ledger")
@PermitAll
@Tag(name = "Ledger")
class LogResource {

    private static final String FOR_EVER = ", max-age=31536000, immutable";
    private static final String NOT_FOR_LONG = ", no-cache";

    private final Checkpoints checkpoints;
    private final Proving proving;
    private final SecurityIdentity identity;
    private final boolean open;

    LogResource(Checkpoints checkpoints, Proving proving, SecurityIdentity identity,
            @ConfigProperty(name = "claimdesk.ledger.public") boolean open) {
        this.checkpoints = checkpoints;
        this.proving = proving;
        this.identity = identity;
        this.open = open;
    }

    @GET
    @Path("/checkpoint")
    @Operation(summary = "Read the newest checkpoint", description = "A signed note (C2SP tlog-checkpoint): origin, size and root, signed by the ledger's key and by its witnesses.")
    @APIResponse(responseCode = "200", description = "The checkpoint", content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)))
    @Produces("text/plain; charset=utf-8")
    public Response checkpoint() {
        admit();
        Signed newest = checkpoints.newest()
                .orElseThrow(() -> Problem.absent("The ledger has no checkpoint yet; it gets one within a second."));
        return answer(newest.note(), NOT_FOR_LONG);
    }

    @GET
    @Path("/checkpoints/{size}")
    @Operation(summary = "Read the checkpoint of a size", description = "404 where none was signed over exactly so many entries. Witnesses may still add their lines.")
    @APIResponse(responseCode = "200", description = "The checkpoint", content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)))
    @Produces("text/plain; charset=utf-8")
    public Response checkpoint(@PathParam("size") long size) {
        admit();
        return answer(checkpoints.at(size)
                .orElseThrow(() -> Problem.absent("No checkpoint was signed over " + size + " entries."))
                .note(), NOT_FOR_LONG);
    }

    @GET
    @Path("/tile/{path: [0-9]+/.+}")
    @Operation(summary = "Read a tile of hashes", description = "C2SP tlog-tiles: `tile/<L>/<N>` or `tile/<L>/<N>.p/<W>`, with N as x001/x234/067. At most 256 hashes of 32 bytes. It never changes.")
    @APIResponse(responseCode = "200", description = "The hashes", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response tile(@PathParam("path") String path) {
        admit();
        return answer(proving.tile(parsed(() -> Tile.parse(path))), FOR_EVER);
    }

    @GET
    @Path("/tile/entries/{path: .+}")
    @Compressed
    @Operation(summary = "Read a bundle of entries", description = "C2SP tlog-tiles: `tile/entries/<N>` or `tile/entries/<N>.p/<W>`. At most 256 entries, each with its length before it in two bytes. It never changes.")
    @APIResponse(responseCode = "200", description = "The entries", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response entries(@PathParam("path") String path) {
        admit();
        return answer(proving.entries(parsed(() -> Tile.parseEntries(path))), FOR_EVER);
    }

    @GET
    @Path("/keys")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the ledger's verification keys", description = "The first one first, each with the note in which the key before it hands over to it, signed by both, the entry in which that stands, and the size from which on it signs: one more than the index of the entry.")
    @APIResponse(responseCode = "200", description = "The keys", content = @Content(schema = @Schema(implementation = Checkpoints.Key[].class)))
    public Response keys() {
        admit();
        return answer(checkpoints.keys(), NOT_FOR_LONG);
    }

    /** @throws UnauthorizedException or forbidden, where it is not open to everybody */
    private void admit() {
        if (open) {
            return;
        }
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (Role.among(identity.getRoles()).stream().noneMatch(Role::ofPeople)) {
            throw new ForbiddenException();
        }
    }

    private Response answer(Object entity, String kept) {
        return Response.ok(entity).header("Cache-Control", (open ? "public" : "private") + kept).build();
    }

    private static Tile parsed(java.util.function.Supplier<Tile> path) {
        try {
            return path.get();
        } catch (Malformed other) {
            throw Problem.absent("There is no tile at that address.");
        }
    }
}
