package org.claimdesk.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;

@NewsroomTest
class ApiDescriptionTest {

    private static Map<String, Map<String, Map<String, Object>>> paths() {
        return given().get("/api/openapi?format=json").then().statusCode(200).extract().jsonPath().getMap("paths");
    }

    @Test
    void everybodyMayReadItAndItHoldsTheApiAlone() {
        assertThat(paths().keySet()).isNotEmpty().allMatch(path -> path.startsWith("/api/v1/"));
    }

    @Test
    void everyOperationSaysWhatItIsAndHowItRefuses() {
        paths().forEach((path, item) -> item.forEach((method, operation) -> {
            assertThat(operation.get("summary")).as(method + " " + path).asString().isNotBlank();
            assertThat(operation.get("tags")).as(method + " " + path).isNotNull();
            assertThat(responses(operation)).as(method + " " + path).containsKeys("401", "500", "503");
            if (path.contains("{")) {
                assertThat(responses(operation)).as(method + " " + path).containsKey("404");
            }
            if (method.equals("post")) {
                assertThat(responses(operation)).as(method + " " + path).containsKeys("400", "403", "415", "422");
                assertThat(parameters(operation)).as(method + " " + path).contains("#/components/parameters/key");
            }
            if (method.equals("post") && path.startsWith("/api/v1/claims/")
                    && !path.matches(".*/(captures|passages)")) {
                assertThat(responses(operation)).as(method + " " + path).containsKeys("409", "412", "428");
                assertThat(parameters(operation)).as(method + " " + path).contains("#/components/parameters/version");
            }
        }));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> responses(Map<String, Object> operation) {
        return (Map<String, Object>) operation.get("responses");
    }

    @SuppressWarnings("unchecked")
    private static List<Object> parameters(Map<String, Object> operation) {
        return ((List<Map<String, Object>>) operation.get("parameters")).stream()
                .map(parameter -> parameter.get("$ref"))
                .toList();
    }
}
