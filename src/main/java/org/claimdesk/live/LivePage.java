package org.claimdesk.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.claimdesk.people.SignedIn;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/**
 * Where an open page hears that what it shows has changed (Server-Sent Events, WHATWG HTML section 9.2). An event is a
 * mark, a number; what has changed the page then asks for as always.
 */
@Path("/live")
@RolesAllowed({"reporter", "reviewer", "editor", "standards"})
class LivePage {

    /** Browsers that lost one instance come to the others spread over this time; milliseconds. */
    private static final int SOONEST_BACK = 500;
    private static final int LATEST_BACK = 3_000;

    private final Streams streams;
    private final SignedIn signedIn;
    private final Clock clock;
    private final Duration lasts;

    LivePage(Streams streams, SignedIn signedIn, Clock clock,
            @ConfigProperty(name = "claimdesk.live.lasts") Duration lasts) {
        this.streams = streams;
        this.signedIn = signedIn;
        this.clock = clock;
        this.lasts = lasts;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Content-Type-Options", value = "nosniff")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> listen(@QueryParam("of") String of, @Context Sse sse) {
        Stream stream = streams.open(signedIn.acting().id(), Watched.read(of), until());
        return stream.marks(() -> streams.close(stream)).map(mark -> event(sse, mark));
    }

    /** Not all at once, where all began at once; and never longer than the token. */
    private Instant until() {
        long millis = lasts.toMillis();
        Instant end = clock.instant().plusMillis(millis - ThreadLocalRandom.current().nextLong(millis / 4 + 1));
        return end.isBefore(signedIn.until()) ? end : signedIn.until();
    }

    private static OutboundSseEvent event(Sse sse, long mark) {
        return sse.newEventBuilder()
                .reconnectDelay(ThreadLocalRandom.current().nextInt(SOONEST_BACK, LATEST_BACK))
                .data(Long.toString(mark))
                .build();
    }
}
