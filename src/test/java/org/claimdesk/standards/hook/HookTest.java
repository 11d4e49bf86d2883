package org.claimdesk.standards.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

/** How receivers are set, and how messages are signed. */
class HookTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** The example that the specification's own libraries are tested with. */
    @Test
    void aSignatureIsThatOfStandardWebhooks() {
        Hook hook = Hook.of("cms", "https://cms.example/hook", List.of(SECRET));
        assertThat(hook.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whileASecretIsChangedBothSign() {
        String signature = Hook.of("cms", "https://cms.example", List.of(SECRET,
                "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")).signature("1", 1, "{}");
        assertThat(signature.split(" ")).hasSize(2).doesNotHaveDuplicates().allMatch(one -> one.startsWith("v1,"));
    }

    @Test
    void whatIsNoReceiverStopsTheStartAndTellsNoSecret() {
        for (String secret : List.of("", "short", "whsec_", "whsec_c2hvcnQ=", SECRET.substring(6), "whsec_!!!")) {
            assertThatThrownBy(() -> Hook.of("cms", "https://cms.example", List.of(secret)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cms")
                    .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("MfKQ9"));
        }
        assertThatThrownBy(() -> Hook.of("cms", "ftp://cms.example", List.of(SECRET)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Hook.of("cms", "https://cms.example", List.of(SECRET)).toString()).isEqualTo("webhook cms");
    }

    @Test
    void theEnvironmentNamesReceivers() {
        Hooks.Settings settings = new SmallRyeConfigBuilder().withMapping(Hooks.Settings.class)
                .withSources(new EnvConfigSource(Map.of("CLAIMDESK_WEBHOOKS__CMS__URL", "https://cms.example/hook",
                        "CLAIMDESK_WEBHOOKS__CMS__SECRET", SECRET), 300))
                .build()
                .getConfigMapping(Hooks.Settings.class);
        assertThat(new Hooks(settings).names()).containsExactly("cms");
    }
}
