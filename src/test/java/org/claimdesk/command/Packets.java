package org.claimdesk.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.claimdesk.local.Tokens.as;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;
import org.claimdesk.ledger.tree.Sequenced;

/** Packets as the service gives them out, and what the command says of them. */
@ApplicationScoped
public class Packets {

    private final Sequenced sequenced;

    Packets(Sequenced sequenced) {
        this.sequenced = sequenced;
    }

    /** What the command prints and ends with. */
    record Said(int code, String text) {}

    /** Without the content of evidence. */
    byte[] of(long article) {
        return taken("/api/v1/articles/" + article + "/packet");
    }

    byte[] withContent(long article) {
        return taken("/api/v1/articles/" + article + "/packet?content=true");
    }

    private static byte[] taken(String path) {
        return as("stella").get(path).then().statusCode(200).extract().asByteArray();
    }

    /** The key that whoever checks has from somebody they trust. */
    String key() {
        return sequenced.key();
    }

    void wrong(String what, Forger forged) throws Exception {
        wrong(what, forged.packet());
    }

    void wrong(String what, byte[] packet) {
        Said said = check(packet);
        assertThat(said.text).contains(what);
        assertThat(said.code).as(said.text).isEqualTo(2);
    }

    Said check(byte[] packet) {
        return check(packet, key());
    }

    static Said check(byte[] packet, String vkey) {
        Path file = null;
        try {
            file = Files.createTempFile("checked-", ".zip");
            Files.write(file, packet);
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            int code = CheckPacket.main(new PrintStream(printed, true, UTF_8), "check-packet", file.toString(), "--key",
                    vkey);
            return new Said(code, printed.toString(UTF_8));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } finally {
            remove(file);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
