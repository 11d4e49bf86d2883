package org.claimdesk.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.claimdesk.people.Acting;
import org.claimdesk.people.Role;
import org.junit.jupiter.api.Test;

/** The JSON of an act, byte for byte: what is hashed and signed, and what an auditor reads years later. */
class CanonicalActTest {

    private static final Acting ANNA = new Acting(UUID.fromString("2f1f6a0c-8d6e-4f6c-9a42-0d9f7d3b5a11"), "anna",
            "Anna Ruiz", Set.of(Role.EDITOR, Role.REVIEWER), Set.of("/desks/immigration"));
    private static final Instant NOW = Instant.parse("2026-11-03T18:00:00.123456789Z");

    private final Ledger ledger = new Ledger(null, new ObjectMapper(), null);

    @Test
    void anActOnAClaim() {
        Act act = Act.of("VERIFY", ANNA, Role.REVIEWER, NOW, 7)
                .fact("rating", "ACCURATE")
                .fact("evidence", List.of(3L, 1L, 2L))
                .fact("outcome", null)
                .on(new Act.OnClaim(42, 3, "SOURCED", "VERIFIED"));

        assertThat(ledger.canonical(act, Map.of("rationale", "q1+/="))).isEqualTo(
                "{\"act\":\"VERIFY\",\"article\":7,\"at\":\"2026-11-03T18:00:00.123456Z\",\"claim\":42,"
                        + "\"facts\":{\"evidence\":[3,1,2],\"rating\":\"ACCURATE\"},\"from\":\"SOURCED\","
                        + "\"person\":\"2f1f6a0c-8d6e-4f6c-9a42-0d9f7d3b5a11\",\"role\":\"REVIEWER\","
                        + "\"texts\":{\"rationale\":\"q1+/=\"},\"to\":\"VERIFIED\",\"v\":1,\"version\":3}");
    }

    @Test
    void theActThatMadeAClaimComesFromNoState() {
        Act act = Act.of("MARK", ANNA, Role.EDITOR, NOW, 7).on(new Act.OnClaim(42, 0, null, "ASSIGNED"));

        assertThat(ledger.canonical(act, Map.of())).isEqualTo(
                "{\"act\":\"MARK\",\"article\":7,\"at\":\"2026-11-03T18:00:00.123456Z\",\"claim\":42,"
                        + "\"person\":\"2f1f6a0c-8d6e-4f6c-9a42-0d9f7d3b5a11\",\"role\":\"EDITOR\",\"to\":\"ASSIGNED\","
                        + "\"v\":1,\"version\":0}");
    }

    @Test
    void anActOnTheArticleHasNoClaim() {
        Act act = Act.of("FILE", ANNA, Role.EDITOR, Instant.parse("2026-11-03T18:00:00Z"), 7);

        assertThat(ledger.canonical(act, Map.of()))
                .isEqualTo("{\"act\":\"FILE\",\"article\":7,\"at\":\"2026-11-03T18:00:00Z\","
                        + "\"person\":\"2f1f6a0c-8d6e-4f6c-9a42-0d9f7d3b5a11\",\"role\":\"EDITOR\",\"v\":1}");
    }

    /** RFC 8785: keys in the order of UTF-16 units, no escapes but those JSON needs, no white space. */
    @Test
    void keysAndStringsAreWrittenAsTheRfcHasThem() {
        Act act = Act.of("ACT", ANNA, Role.EDITOR, NOW, 7)
                .fact("€", "a\"b\\c/d\n\u000f")
                .fact("\uFB33", true)
                .fact("😀", Map.of("b", "é", "a", 1));

        assertThat(ledger.canonical(act, Map.of()))
                .contains("\"facts\":{\"€\":\"a\\\"b\\\\c/d\\n\\u000f\",\"😀\":{\"a\":1,\"b\":\"é\"},\"\uFB33\":true}");
    }

    @Test
    void theOrderInWhichFactsWereAddedDoesNotMatter() {
        assertThat(ledger.canonical(Act.of("ACT", ANNA, Role.EDITOR, NOW, 7).fact("a", 1).fact("b", 2), Map.of()))
                .isEqualTo(ledger.canonical(Act.of("ACT", ANNA, Role.EDITOR, NOW, 7).fact("b", 2).fact("a", 1),
                        Map.of()));
    }

    @Test
    void nothingTypedIsNoText() {
        Act act = Act.of("ACT", ANNA, Role.EDITOR, NOW, 7).text("note", " \n").text("reason", null).text("said", "yes");

        assertThat(act.texts()).containsOnlyKeys("said");
    }

    /** Names and what was typed are personal or free text: only commitments to them may stand here. */
    @Test
    void noNameAndNoTextStandsInIt() {
        Act act = Act.of("RETURN", ANNA, Role.REVIEWER, NOW, 7).text("missing", "the second source");

        assertThat(ledger.canonical(act, Map.of("missing", "commitment"))).doesNotContain("second source", "Anna",
                "anna");
    }

    @Test
    void aFactThatIsNoJsonIsRefused() {
        Act act = Act.of("ACT", ANNA, Role.EDITOR, NOW, 7).fact("wrong", new Object());

        assertThatThrownBy(() -> ledger.canonical(act, Map.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ACT");
    }
}
