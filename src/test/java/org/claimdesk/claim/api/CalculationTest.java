package org.claimdesk.claim.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.claim.api.Bench.attach;
import static org.claimdesk.claim.api.Bench.claim;
import static org.claimdesk.claim.api.Bench.done;
import static org.claimdesk.claim.api.Bench.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import org.claimdesk.local.NewsroomTest;
import org.junit.jupiter.api.Test;

@NewsroomTest
class CalculationTest {

    @Test
    void theServiceWorksItOut() {
        JsonPath sheet = done(attach("rafael", claim("rafael"), calculation("after / before")), 201);

        assertThat(sheet.getString("evidence[0].kind")).isEqualTo("CALCULATION");
        assertThat(sheet.getString("evidence[0].calculation.result")).isEqualTo("2.28548");
        assertThat(sheet.getBoolean("evidence[0].calculation.follows")).isTrue();
        assertThat(sheet.getBoolean("evidence[0].calculation.confirmed")).isTrue();
    }

    @Test
    void whatIsNoFormulaIsRefused() {
        attach("rafael", claim("rafael"), calculation("after ^ 999999999")).then()
                .statusCode(400)
                .body("field", equalTo("formula"))
                .body("detail", containsString("cannot be used"));
    }

    private static Object calculation(String formula) {
        return with("kind", "CALCULATION", "stance", "SUPPORTS", "formula", formula, "inputs",
                List.of(Map.of("name", "before", "value", 75480), Map.of("name", "after", "value", 172508)), "relation",
                "MORE_THAN", "figure", 2);
    }
}
