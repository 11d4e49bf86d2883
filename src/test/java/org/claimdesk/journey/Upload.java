package org.claimdesk.journey;

import static org.claimdesk.local.Tokens.as;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;

import org.claimdesk.content.Sha256;
import org.claimdesk.local.PackagedService;
import org.claimdesk.local.Tokens;

/** A file that rafael sends to a claim through the API, as slowly as a test wants; none of it is ever in memory. */
final class Upload implements AutoCloseable {

    private static final String BOUNDARY = "----sheet";
    private static final int PIECE = 1 << 16;

    private final Socket socket;
    private final Random content;
    private final MessageDigest sha256 = Sha256.begun();
    private final OutputStream out;
    private final long size;
    private long sent;

    private Upload(Socket socket, long size) throws IOException {
        this.socket = socket;
        this.size = size;
        this.content = new Random(size);
        this.out = new DigestOutputStream(socket.getOutputStream(), sha256);
    }

    /** Sends everything that goes before the file's own bytes. @param size of the file */
    static Upload begin(PackagedService service, long claim, long size) throws IOException {
        URI address = URI.create(service.address());
        String tag = as("rafael").get(address + "/api/v1/claims/" + claim)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        String before = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"stance\"\r\n\r\nSUPPORTS\r\n--"
                + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"tape.bin\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(60_000);
        Upload upload = new Upload(socket, size);
        String head = "POST /api/v1/claims/" + claim + "/evidence HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nAuthorization: Bearer " + Tokens.of("rafael") + "\r\nIf-Match: " + tag
                + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
                + "\r\nConnection: close\r\nContent-Length: "
                + (before.length() + size + end().length()) + "\r\n\r\n" + before;
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return upload;
    }

    /** Sends so many bytes of the file. */
    Upload send(long bytes) throws IOException {
        byte[] piece = new byte[PIECE];
        for (long left = bytes; left > 0; left -= PIECE) {
            content.nextBytes(piece);
            int length = (int) Math.min(left, PIECE);
            out.write(piece, 0, length);
            sent += length;
        }
        return this;
    }

    /** Sends the rest. @return the answer's status line, header and body */
    String finish() throws IOException {
        send(size - sent);
        socket.getOutputStream().write(end().getBytes(StandardCharsets.US_ASCII));
        return answer();
    }

    String answer() throws IOException {
        StringBuilder answer = new StringBuilder();
        BufferedReader in = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            answer.append(line).append('\n');
        }
        return answer.toString();
    }

    /** Of all that was sent of the file. */
    String digest() throws IOException {
        try {
            return HexFormat.of().formatHex(((MessageDigest) sha256.clone()).digest());
        } catch (CloneNotSupportedException impossible) {
            throw new IOException(impossible);
        }
    }

    private static String end() {
        return "\r\n--" + BOUNDARY + "--\r\n";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
