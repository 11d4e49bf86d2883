package org.claimdesk.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody with a browser that has no scripts: follows links and sends forms, signed in through Keycloak's own page. */
public final class Visitor {

    private static final String BOUNDARY = "boundary-of-a-form";

    private final CookieManager cookies = new CookieManager(new Jar(), CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .build();

    private Visitor() {}

    /** What came, byte for byte. */
    public byte[] bytes(String path) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(base() + path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Begins to listen, as a page does; lines of Server-Sent Events as they come, or of why not. */
    public HttpResponse<Stream<String>> listens(String of) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(base() + "/live?of=" + of))
                    .header("Accept", "text/event-stream")
                    .build(), HttpResponse.BodyHandlers.ofLines());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Keeps cookies as browsers do on this machine, where also a secure one is sent without TLS. */
    private static final class Jar implements CookieStore {
        private final CookieStore kept = new CookieManager().getCookieStore();

        @Override
        public void add(URI uri, HttpCookie cookie) {
            cookie.setSecure(false);
            kept.add(uri, cookie);
        }

        @Override
        public List<HttpCookie> get(URI uri) {
            return kept.get(uri);
        }

        @Override
        public List<HttpCookie> getCookies() {
            return kept.getCookies();
        }

        @Override
        public List<URI> getURIs() {
            return kept.getURIs();
        }

        @Override
        public boolean remove(URI uri, HttpCookie cookie) {
            return kept.remove(uri, cookie);
        }

        @Override
        public boolean removeAll() {
            return kept.removeAll();
        }
    }

    /** An answer as this visitor sees it. */
    public record Seen(int status, URI address, Document page, HttpResponse<String> response) {
        /** What the page says that went wrong, or empty. */
        public String trouble() {
            return page.select("[role=alert]").text();
        }

        public Element form(String action) {
            Element form = page.selectFirst("form[action$=" + action + "]");
            if (form == null) {
                throw new AssertionError(
                        "no form for " + action + " on " + address + ":\n" + page.select("main").text());
            }
            return form;
        }

        public boolean has(String action) {
            return page.selectFirst("form[action$=" + action + "]") != null;
        }
    }

    public static Visitor signedIn(String username) {
        Visitor visitor = new Visitor();
        Seen login = visitor.get("/desk");
        Element form = login.page().getElementById("kc-form-login");
        Seen desk = visitor.send(form.absUrl("action"), Map.of("username", username, "password", "claimdesk"));
        if (desk.status() != 200 || !desk.page().title().startsWith("My desk")) {
            throw new AssertionError("not signed in: " + desk.status() + " " + desk.page().text());
        }
        return visitor;
    }

    public static Visitor stranger() {
        return new Visitor();
    }

    public Seen get(String path) {
        return seen(HttpRequest.newBuilder(URI.create(base() + path)).header("Accept", "text/html").build());
    }

    /** Sends the form of this page with its hidden fields, and these values in place of its own. */
    public Seen submit(Seen on, String action, Map<String, String> values) {
        Element form = on.form(action);
        Map<String, String> fields = fields(form);
        fields.putAll(values);
        return send(form.absUrl("action"), fields);
    }

    /** The same with a file, as multipart/form-data. */
    public Seen upload(Seen on, String action, Map<String, String> values, String fileName, byte[] content) {
        Element form = on.form(action);
        Map<String, String> fields = fields(form);
        fields.putAll(values);
        return seen(HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(fields, fileName, content)))
                .build());
    }

    /** Sends any form anywhere. */
    public Seen send(String address, Map<String, String> fields) {
        String body = fields.entrySet()
                .stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return seen(HttpRequest.newBuilder(URI.create(address.startsWith("http") ? address : base() + address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The header with which somebody else is this visitor. */
    public String cookies() {
        return cookies.getCookieStore()
                .getCookies()
                .stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** What a browser does when the session's time is over. */
    public void forgetSession() {
        for (HttpCookie cookie : List.copyOf(cookies.getCookieStore().getCookies())) {
            if (cookie.getName().startsWith("q_session")) {
                cookies.getCookieStore().getURIs().forEach(uri -> cookies.getCookieStore().remove(uri, cookie));
            }
        }
    }

    /** The fields of a form as a browser would send them untouched. */
    public static Map<String, String> fields(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name], textarea[name], select[name]")) {
            String type = field.attr("type");
            if (type.equals("file") || (type.equals("radio") || type.equals("checkbox")) && !field.hasAttr("checked")) {
                continue;
            }
            fields.put(field.attr("name"), value(field));
        }
        return fields;
    }

    private static String value(Element field) {
        if (field.normalName().equals("select")) {
            Element chosen = field.selectFirst("option[selected]");
            chosen = chosen == null ? field.selectFirst("option") : chosen;
            return chosen == null ? "" : chosen.attr("value");
        }
        return field.normalName().equals("textarea") ? field.wholeText() : field.attr("value");
    }

    private Seen seen(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request,
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            for (int hops = 0; response.statusCode() / 100 == 3 && hops < 10; hops++) {
                URI next = response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
                response = client.send(HttpRequest.newBuilder(next).header("Accept", "text/html").build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            }
            return new Seen(response.statusCode(), response.uri(),
                    Jsoup.parse(response.body(), response.uri().toString()), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static byte[] multipart(Map<String, String> fields, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String base() {
        return ConfigProvider.getConfig().getValue("test.url", String.class);
    }
}
