package org.claimdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    @Test
    void afterAFormThePageToLookAtIsNamed() {
        Response response = Answer.seeOther("/claims/7").response();

        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getHeaderString("Location")).endsWith("/claims/7");
        assertThat(response.hasEntity()).isFalse();
    }

    @Test
    void whatWasMadeHasAPlaceAndAVersion() {
        Response response = Answer.created("/api/v1/claims/7", 0, Map.of("id", 7)).response();

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"0\"");
        assertThat(response.getEntity()).isEqualTo(Map.of("id", 7));
        assertThat(response.getMediaType()).hasToString("application/json");
    }

    /** What is kept for a repeat is the JSON, not the object. */
    @Test
    void anAnswerIsKeptAsItWasWritten() {
        Answer written = Answer.ok(3, Map.of("evidence", List.of(1, 2))).written(new ObjectMapper());

        assertThat(written).isEqualTo(new Answer(200, Map.of("ETag", "\"3\""), "{\"evidence\":[1,2]}"));
        assertThat(Answer.seeOther("/desk").written(new ObjectMapper()).body()).isNull();
    }

    @Test
    void aProblemIsADetailOfTheRfc() {
        assertThat(
                Problems.body(409, "Not possible now", "It is verified.", "abc", Map.of("actions", List.of("dispute"))))
                .isEqualTo(Map.of("type", "about:blank", "title", "Not possible now", "status", 409, "detail",
                        "It is verified.", "instance", "urn:request:abc", "actions", List.of("dispute")));
    }

    @Test
    void aHarmlessNumberOfARequestIsTakenOver() {
        RequestId request = new RequestId();
        request.given("proxy-1234.abcd");

        assertThat(request.id()).isEqualTo("proxy-1234.abcd");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "short", "with space in it", "line\nbreak-in-it", "<script>alert(1)</script>",
            "äöüäöüäöü",
            "x1234567890123456789012345678901234567890123456789012345678901234"})
    void anyOtherIsReplaced(String header) {
        RequestId request = new RequestId();
        request.given(header);

        assertThat(request.id()).hasSize(36).isNotEqualTo(header);
    }
}
