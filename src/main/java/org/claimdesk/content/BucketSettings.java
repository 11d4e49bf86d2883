package org.claimdesk.content;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** S3-compatible storage for content, in place of a directory. */
@ConfigMapping(prefix = "claimdesk.content.s3")
interface BucketSettings {

    /** Without one, content is kept in a directory. */
    Optional<String> bucket();

    /** Where it is; without one, at Amazon. */
    Optional<URI> endpoint();

    Optional<String> region();

    /** Without key and secret, those that the machine has at Amazon. */
    Optional<String> key();

    Optional<String> secret();

    /** Whether the bucket is named in the path and not in the host, as most servers but Amazon's want. */
    boolean pathStyle();

    /** How long connecting may take. */
    @WithDefault("5s")
    Duration connect();

    /** How long the server may be silent. */
    @WithDefault("30s")
    Duration silence();

    /** How long one act may take, with all that is tried again. Longer than this no draft waits. */
    @WithDefault("10m")
    Duration whole();

    /** @throws ConfigurationException naming what is missing; the service does not start then */
    default void validate() {
        boolean some = endpoint().isPresent() || region().isPresent() || key().isPresent() || secret().isPresent();
        if (bucket().isEmpty() && some) {
            throw missing("CLAIMDESK_S3_BUCKET");
        }
        if (bucket().isPresent() && region().isEmpty()) {
            throw missing("CLAIMDESK_S3_REGION");
        }
        if (key().isPresent() != secret().isPresent()) {
            throw missing(key().isPresent() ? "CLAIMDESK_S3_SECRET" : "CLAIMDESK_S3_KEY");
        }
        endpoint()
                .filter(address -> address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?"))
                .ifPresent(address -> {
                    throw new ConfigurationException("CLAIMDESK_S3_ENDPOINT is no address: http(s)://host[:port].");
                });
    }

    private static ConfigurationException missing(String name) {
        return new ConfigurationException(
                name + " is missing: content is to be kept in S3-compatible storage, and not all is said about it.");
    }
}
