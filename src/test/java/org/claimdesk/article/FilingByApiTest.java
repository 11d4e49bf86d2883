package org.claimdesk.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.claimdesk.local.NewsroomServers;
import org.claimdesk.local.NewsroomTest;
import org.claimdesk.text.format.WordFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five ways of filing over the API. */
@NewsroomTest
class FilingByApiTest {

    private static final String ARTICLES = "/api/v1/articles";
    private static final byte[] WORD = WordFiles.document(WordFiles.p("Title", WordFiles.r("Boats")),
            WordFiles.p("", WordFiles.r("Eleven boats.")));

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"TEXT;Boats\\nEleven boats.", "MARKDOWN;# Boats\\n\\nEleven *boats*.",
            "HTML;<h1>Boats</h1><nav>Menu</nav><p>Eleven <b>boats</b>.", "DOCX;", "ADDRESS;"})
    void anArticleIsFiled(String format, String text) throws Exception {
        NewsroomServers.site().page("/api-story", "<nav>Menu</nav><h1>Boats</h1><p>Eleven boats.");
        Map<String, Object> body = article("format", format);
        byte[] original = switch (format) {
            case "DOCX" -> {
                body.put("content", Base64.getEncoder().encodeToString(WORD));
                yield WORD;
            }
            case "ADDRESS" -> {
                body.put("address", NewsroomServers.site().address("/api-story"));
                yield "<nav>Menu</nav><h1>Boats</h1><p>Eleven boats.".getBytes(StandardCharsets.UTF_8);
            }
            default -> {
                body.put("text", text.replace("\\n", "\n"));
                yield text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
            }
        };

        JsonPath filed = sent(body, null).then().statusCode(201).extract().jsonPath();

        String path = ARTICLES + "/" + filed.getLong("id");
        as("rafael").get(path + "/revisions/1").then().statusCode(200).body("text", equalTo("Boats\nEleven boats."));
        byte[] kept = as("edith").get(path + "/revisions/1/original").then().statusCode(200).extract().asByteArray();
        assertThat(kept).isEqualTo(original);
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(original));
        assertThat(as("edith").get(path + "/history").jsonPath().getString("[0].body"))
                .contains("\"original\":\"" + digest + "\"");
        as("rafael").get(path + "/revisions/1/original").then().statusCode(403);
        assertThat(filed.getString("address")).isEqualTo(format.equals("ADDRESS") ? body.get("address") : null);
    }

    @ParameterizedTest
    @CsvSource({"DOCX,content,,content,in Base64", "DOCX,content,%%,content,not Base64",
            "DOCX,content,Qm9hdHM=,content,no Word document", "DOCX,text,Boats,text,TEXT",
            "TEXT,content,Qg==,content,DOCX",
            "ADDRESS,address,,address,Give the address", "ADDRESS,address,http://10.0.0.1/,address,public web",
            "ADDRESS,address,file:///etc/passwd,address,http://", "HTML,text,<nav>Menu</nav>,text,no text"})
    void whatCannotBeFiledIsNamed(String format, String field, String value, String wrong, String words) {
        Map<String, Object> body = article("format", format);
        body.put(field, value);

        sent(body, null).then().statusCode(400).body("field", equalTo(wrong), "detail", containsString(words));
    }

    /** A repeat gets its answer, and the site is not asked again, which by now might say something else. */
    @Test
    void aRepeatIsNotFetchedAgain() {
        AtomicInteger times = new AtomicInteger();
        NewsroomServers.site().on("/once", out -> {
            String body = "<h1>Boats</h1><p>Time " + times.incrementAndGet();
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + body.length() + "\r\n\r\n"
                    + body)
                    .getBytes(StandardCharsets.UTF_8));
        });
        Map<String, Object> body = article("format", "ADDRESS");
        body.put("address", NewsroomServers.site().address("/once"));
        String key = UUID.randomUUID().toString();

        long first = sent(body, key).then().statusCode(201).extract().jsonPath().getLong("id");
        long second = sent(body, key).then().statusCode(201).extract().jsonPath().getLong("id");
        body.put("slug", "OTHER");
        sent(body, key).then().statusCode(422);

        assertThat(second).isEqualTo(first);
        assertThat(times).hasValue(1);
    }

    private static Map<String, Object> article(String field, Object value) {
        Map<String, Object> article = new HashMap<>();
        article.put("desk", "/desks/immigration");
        article.put("deadline", Instant.now().plus(1, ChronoUnit.DAYS).toString());
        article.put(field, value);
        return article;
    }

    private static Response sent(Map<String, Object> body, String key) {
        var request = as("edith").contentType(ContentType.JSON).body(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post(ARTICLES);
    }
}
