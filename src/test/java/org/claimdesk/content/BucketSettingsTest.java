package org.claimdesk.content;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketSettingsTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-,-,-,-,-", "evidence,-,eu-central-1,-,-",
            "evidence,https://s3.example:9000,eu-central-1,key,hidden"})
    void whatIsCompleteIsTaken(String bucket, String endpoint, String region, String key, String secret) {
        assertThatNoException().isThrownBy(() -> settings(bucket, endpoint, region, key, secret).validate());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-,https://s3.example,-,-,-,CLAIMDESK_S3_BUCKET",
            "-,-,-,key,hidden,CLAIMDESK_S3_BUCKET", "evidence,https://s3.example,-,key,hidden,CLAIMDESK_S3_REGION",
            "evidence,-,eu-central-1,key,-,CLAIMDESK_S3_SECRET", "evidence,-,eu-central-1,-,hidden,CLAIMDESK_S3_KEY",
            "evidence,s3.example,eu-central-1,-,-,CLAIMDESK_S3_ENDPOINT",
            "evidence,ftp://s3.example,eu-central-1,-,-,CLAIMDESK_S3_ENDPOINT"})
    void whatIsMissingIsNamedAndNoSecretIsShown(String bucket, String endpoint, String region, String key,
            String secret, String named) {
        assertThatThrownBy(() -> settings(bucket, endpoint, region, key, secret).validate())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(named)
                .hasMessageNotContaining("hidden");
    }

    @Test
    void emptyIsNotSet() {
        assertThatNoException().isThrownBy(() -> settings("", "", "", "", "").validate());
    }

    private static BucketSettings settings(String bucket, String endpoint, String region, String key, String secret) {
        Map<String, String> said = new HashMap<>();
        said.put("bucket", bucket);
        said.put("endpoint", endpoint);
        said.put("region", region);
        said.put("key", key);
        said.put("secret", secret);
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(BucketSettings.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValue("claimdesk.content.s3.path-style", "false");
        said.forEach((name, value) -> {
            if (value != null) {
                builder.withDefaultValue("claimdesk.content.s3." + name, value);
            }
        });
        return builder.build().getConfigMapping(BucketSettings.class);
    }
}
