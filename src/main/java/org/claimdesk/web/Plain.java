package org.claimdesk.web;

import java.util.List;
import java.util.Map;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers given at the door, before anybody is known: pages without a frame, problem details for the API. */
final class Plain {

    private Plain() {}

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance plain(String title, String detail);

        static native TemplateInstance ended(String action, List<Map.Entry<String, String>> typed, boolean file);
    }

    static void answer(RoutingContext context, int status, String title, String detail) {
        if (context.normalizedPath().startsWith("/api/")) {
            send(context, status, Problems.PROBLEM_JSON,
                    new JsonObject(Problems.body(status, title, detail, new RequestId().id(), Map.of())).encode());
        } else {
            page(context, status, Templates.plain(title, detail));
        }
    }

    static void page(RoutingContext context, int status, TemplateInstance page) {
        page.createUni()
                .subscribe()
                .with(html -> send(context, status, "text/html;charset=UTF-8", html), context::fail);
    }

    private static void send(RoutingContext context, int status, String type, String body) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        Safety.HEADERS.forEach(response::putHeader);
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body);
    }
}
