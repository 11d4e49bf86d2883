package org.claimdesk.evidence.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.claimdesk.content.Attachment;
import org.claimdesk.evidence.apart.Sound;
import org.claimdesk.problem.Problem;
import org.jboss.resteasy.reactive.PathPart;

/**
 * Gives out pictures, recordings and texts of evidence. Nothing of it can act in a browser: pictures were made here, a
 * recording goes under one type of a short list, and all is sandboxed and bound to our own pages.
 */
@ApplicationScoped
class Showing {

    private final LookReading looks;
    private final Looking looking;
    private final Attachment attachment;
    private final Clock clock;

    Showing(LookReading looks, Looking looking, Attachment attachment, Clock clock) {
        this.looks = looks;
        this.looking = looking;
        this.attachment = attachment;
        this.clock = clock;
    }

    /** @throws Problem absent where there is no such picture */
    Response page(long evidence, Long capture, int page, Request asked) {
        Look look = look(evidence, capture);
        EntityTag tag = new EntityTag(look.digest() + "-" + page);
        Response.ResponseBuilder known = asked.evaluatePreconditions(tag);
        if (known != null) {
            return known.build();
        }
        Path picture = looking.page(look, page);
        try {
            Pictures.touch(picture, clock.instant());
            return inert(Response.ok(Files.readAllBytes(picture)), Pictures.type(picture), tag).build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The recording, or the part of it that is asked for (RFC 9110, section 14.2), so that a player can go anywhere in it.
     *
     * @param range the header, or null
     * @throws Problem absent where there is none
     */
    Response sound(long evidence, Long capture, String range, Request asked) {
        Look look = look(evidence, capture);
        EntityTag tag = new EntityTag(look.digest());
        Response.ResponseBuilder known = range == null ? asked.evaluatePreconditions(tag) : null;
        if (known != null) {
            return known.build();
        }
        Path recording = looking.sound(look);
        try {
            Pictures.touch(recording, clock.instant());
            long size = Files.size(recording);
            String type = Sound.served(look.mediaType());
            Part part = Part.of(range, size);
            if (part == null) {
                return inert(Response.ok(new PathPart(recording, 0, size)), type, tag)
                        .header("Accept-Ranges", "bytes")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                        .build();
            }
            if (part.length() <= 0) {
                return Response.status(416).header("Content-Range", "bytes */" + size).entity("").build();
            }
            return inert(Response.status(206).entity(new PathPart(recording, part.from(), part.length())), type, tag)
                    .header("Accept-Ranges", "bytes")
                    .header("Content-Range", part.of(size))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                    .build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws Problem absent where there is no text */
    Response text(long evidence, Long capture, Request asked) {
        Look look = look(evidence, capture);
        String text = QuarkusTransaction.requiringNew()
                .call(() -> looks.text(look.digest()))
                .orElseThrow(() -> Problem.absent("There is no text of it. " + look.textless()));
        return attachment.of(text.getBytes(StandardCharsets.UTF_8), look.textDigest(), "evidence-" + evidence + ".txt",
                asked);
    }

    /** In a transaction of its own: drawing a page is not to hold one open. */
    private Look look(long evidence, Long capture) {
        return QuarkusTransaction.requiringNew().call(() -> looks.done(evidence, capture));
    }

    private static Response.ResponseBuilder inert(Response.ResponseBuilder response, String type, EntityTag tag) {
        return response.type(type)
                .tag(tag)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
