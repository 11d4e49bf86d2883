package org.claimdesk.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Content as objects of a bucket, under the same names as in a directory. An object is put in one request with its SHA-256
 * (x-amz-checksum-sha256), so the server has all of it or nothing; several parts would have no SHA-256 of the whole.
 */
final class BucketShelf implements Shelf {

    private final S3Client client;
    private final String bucket;
    private final Incoming incoming;
    private final Clock clock;

    BucketShelf(S3Client client, String bucket, Incoming incoming, Clock clock) {
        this.client = client;
        this.bucket = bucket;
        this.incoming = incoming;
        this.clock = clock;
    }

    @Override
    public void place(Path draft, String digest, long size) throws IOException {
        try {
            if (stands(digest, size)) {
                return;
            }
            client.putObject(put -> put.bucket(bucket)
                    .key(Digest.place(digest))
                    .contentType("application/octet-stream")
                    .checksumSHA256(base64(digest)), RequestBody.fromFile(draft));
            if (!stands(digest, size)) {
                throw new BucketAway("the storage took content " + digest + " and has it not", null);
            }
        } catch (SdkException failed) {
            throw away(failed);
        }
    }

    /** Whether it is there, as far as the server says: its size, and its SHA-256 where the server keeps that. */
    private boolean stands(String digest, long size) {
        return head(digest)
                .filter(head -> head.contentLength() == size
                        && (head.checksumSHA256() == null || head.checksumSHA256().equals(base64(digest))))
                .isPresent();
    }

    private Optional<HeadObjectResponse> head(String digest) {
        try {
            return Optional.of(client.headObject(
                    ask -> ask.bucket(bucket).key(Digest.place(digest)).checksumMode(ChecksumMode.ENABLED)));
        } catch (NoSuchKeyException missing) {
            return Optional.empty();
        }
    }

    @Override
    public OptionalLong size(String digest) throws IOException {
        try {
            return head(digest).map(head -> OptionalLong.of(head.contentLength())).orElseGet(OptionalLong::empty);
        } catch (SdkException failed) {
            throw away(failed);
        }
    }

    @Override
    public Optional<InputStream> open(String digest) throws IOException {
        try {
            return Optional
                    .of(new BucketStream(client.getObject(ask -> ask.bucket(bucket).key(Digest.place(digest)))));
        } catch (NoSuchKeyException missing) {
            return Optional.empty();
        } catch (SdkException failed) {
            throw away(failed);
        }
    }

    @Override
    public Optional<Path> file(String digest) throws IOException {
        Path copy = incoming.copy(digest);
        if (Files.isRegularFile(copy)) {
            // It is in use: not to be cleared away yet.
            Files.setLastModifiedTime(copy, FileTime.from(clock.instant()));
            return Optional.of(copy);
        }
        Optional<InputStream> found = open(digest);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Path draft = incoming.draft();
        try (InputStream content = new Verified(found.get(), digest)) {
            Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(copy);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    @Override
    public Map<String, Long> all() throws IOException {
        Map<String, Long> all = new TreeMap<>();
        try {
            for (S3Object object : client.listObjectsV2Paginator(ask -> ask.bucket(bucket)).contents()) {
                String name = object.key().substring(object.key().lastIndexOf('/') + 1);
                if (Digest.is(name) && object.key().equals(Digest.place(name))) {
                    all.put(name, object.size());
                }
            }
            return all;
        } catch (SdkException failed) {
            throw away(failed);
        }
    }

    @Override
    public void check() throws IOException {
        try {
            client.headBucket(
                    ask -> ask.bucket(bucket).overrideConfiguration(limit -> limit.apiCallTimeout(Bucket.LOOK)));
        } catch (SdkException failed) {
            throw away(failed);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** What the operator needs to know, and no more of the request than that. */
    private BucketAway away(SdkException failed) {
        String said = failed instanceof S3Exception answer
                ? "bucket " + bucket + ": the storage answers " + answer.statusCode()
                        + (answer.statusCode() == 404 ? ", there is no such bucket" : "")
                : "bucket " + bucket + ": the storage cannot be reached";
        return new BucketAway(said, failed);
    }

    private static String base64(String digest) {
        return Base64.getEncoder().encodeToString(Digest.bytes(digest));
    }
}
