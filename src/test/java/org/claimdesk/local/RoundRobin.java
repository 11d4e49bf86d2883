package org.claimdesk.local;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** A reverse proxy that gives each request to the next instance, and passes over one that takes no connection. */
final class RoundRobin implements AutoCloseable {

    /** Streams keep theirs. */
    private static final int CONNECTIONS = 500;

    private final Vertx vertx = Vertx.vertx();
    private final List<SocketAddress> instances;
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpServer server;

    RoundRobin(List<String> addresses) {
        instances = addresses.stream()
                .map(URI::create)
                .map(address -> SocketAddress.inetSocketAddress(address.getPort(), "127.0.0.1"))
                .toList();
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
        HttpProxy proxy = HttpProxy.reverseProxy(client)
                .origin(asked -> next(asked.client(), instances.size()))
                .addInterceptor(new AsAddressed());
        server = vertx.createHttpServer()
                .requestHandler(proxy)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String address() {
        return "http://localhost:" + server.actualPort();
    }

    /** The instance is told the name that it was called by, and sends people back to that. */
    private static final class AsAddressed implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            context.request().setAuthority(context.request().proxiedRequest().authority());
            return context.sendRequest();
        }
    }

    private Future<HttpClientRequest> next(HttpClient client, int left) {
        SocketAddress instance = instances.get(Math.floorMod(turn.getAndIncrement(), instances.size()));
        Future<HttpClientRequest> begun = client.request(new RequestOptions().setServer(instance));
        return left == 1 ? begun : begun.recover(refused -> next(client, left - 1));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
