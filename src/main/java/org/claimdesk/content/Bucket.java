package org.claimdesk.content;

import java.time.Duration;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;

/** The client of the bucket that the settings name. */
final class Bucket {

    /** How long a look whether it is there may take. */
    static final Duration LOOK = Duration.ofSeconds(4);

    private Bucket() {}

    static S3Client client(BucketSettings settings) {
        S3ClientBuilder client = S3Client.builder()
                .region(Region.of(settings.region().orElseThrow()))
                .credentialsProvider(credentials(settings))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.connect())
                        .socketTimeout(settings.silence()))
                .overrideConfiguration(limits -> limits.apiCallTimeout(settings.whole()))
                // We send our own SHA-256 and verify what we read; others than Amazon's do not know the newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(settings.pathStyle())
                        .build());
        settings.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    private static AwsCredentialsProvider credentials(BucketSettings settings) {
        return settings.key()
                .<AwsCredentialsProvider>map(key -> StaticCredentialsProvider
                        .create(AwsBasicCredentials.create(key, settings.secret().orElseThrow())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }
}
