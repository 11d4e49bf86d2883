package org.claimdesk.evidence.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.claimdesk.content.Sha256;
import org.claimdesk.fetch.Exchange;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Writes a WARC (ISO 28500, version 1.1), each record packed with gzip: warcinfo, then a response and its request for each
 * exchange in order, then one metadata record. Bodies stand in it as they came, but not cut in chunks; so that readers do
 * not look for the chunks, the header that announces them is renamed as Heritrix and others do.
 */
final class Warc implements AutoCloseable {

    private static final String SHA_256 = "sha256";
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding(?=\\s*:)");

    private final WarcWriter writer;
    private final String software;
    private final URI info;
    private URI response;

    /** @param software what wrote it, with its version */
    Warc(Path file, String software, Instant at) throws IOException {
        this.software = software;
        writer = new WarcWriter(FileChannel.open(file, StandardOpenOption.WRITE), WarcCompression.GZIP);
        info = id();
        writer.write(new Warcinfo.Builder().recordId(info)
                .date(at)
                .fields(fields(Map.of("software", software, "format", "WARC File Format 1.1", "conformsTo",
                        "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/")))
                .build());
    }

    /**
     * Writes an exchange.
     *
     * @param at     when the answer began
     * @param body   of the answer, as it came
     * @param digest SHA-256 of that
     */
    void write(Exchange exchange, Instant at, Path body, byte[] digest) throws IOException {
        byte[] head = head(exchange.response());
        MessageDigest block = Sha256.begun();
        block.update(head);
        try (InputStream content = Files.newInputStream(body)) {
            byte[] chunk = new byte[1 << 16];
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                block.update(chunk, 0, read);
            }
        }
        response = id();
        try (InputStream content = new SequenceInputStream(new ByteArrayInputStream(head),
                Files.newInputStream(body))) {
            writer.write(new WarcResponse.Builder(exchange.asked()).recordId(response)
                    .date(at)
                    .warcinfoId(info)
                    .ipAddress(exchange.from())
                    .payloadDigest(digest(digest))
                    .blockDigest(digest(block.digest()))
                    .body(MediaType.HTTP_RESPONSE, Channels.newChannel(content), head.length + Files.size(body))
                    .build());
        }
        writer.write(new WarcRequest.Builder(exchange.asked()).date(at)
                .warcinfoId(info)
                .ipAddress(exchange.from())
                .concurrentTo(response)
                .blockDigest(digest(Sha256.of(exchange.request())))
                .body(MediaType.HTTP_REQUEST, exchange.request())
                .build());
    }

    /** Writes about the last exchange: the way there, and the readable text made of it. */
    void describe(URI target, List<URI> redirects, ReadableText text, Instant at) throws IOException {
        Map<String, List<String>> fields = fields(Map.of("software", software));
        if (!redirects.isEmpty()) {
            fields.put("redirected-from", redirects.stream().map(URI::toString).toList());
        }
        if (text.text() != null) {
            fields.put("readable-text-digest",
                    List.of(SHA_256 + ":" + Digests.hex(Sha256.of(text.bytes()))));
            fields.put("readable-text-cut", List.of(Boolean.toString(text.cut())));
        }
        writer.write(new WarcMetadata.Builder().date(at)
                .targetURI(target)
                .warcinfoId(info)
                .concurrentTo(response)
                .fields(fields)
                .build());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static byte[] head(byte[] came) {
        return CHUNKED.matcher(new String(came, StandardCharsets.ISO_8859_1))
                .replaceAll("X-Archive-Orig-Transfer-Encoding")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, List<String>> fields(Map<String, String> values) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        values.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        value -> fields.put(value.getKey(), List.of(value.getValue())));
        return fields;
    }

    private static WarcDigest digest(byte[] sha256) {
        return new WarcDigest(SHA_256, Digests.hex(sha256));
    }

    private static URI id() {
        return URI.create("urn:uuid:" + UUID.randomUUID());
    }
}
