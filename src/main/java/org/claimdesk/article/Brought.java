package org.claimdesk.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * By which of the ways of a form a copy is brought: typed, as a file, or by an address. It is one of them: where two are
 * filled in nobody can tell which was meant.
 *
 * @param copy null where it is still to be fetched
 * @param from the address to fetch it from, or null
 */
public record Brought(Copy copy, String from) {

    /** @throws Problem bad input, where there is none, or more than one, or the file is none that can be read */
    static Brought of(Copies copies, String text, Copy.Format format, FileUpload file, String from) {
        boolean typed = !Input.blank(text);
        boolean uploaded = file != null && !Input.blank(file.fileName());
        boolean addressed = !Input.blank(from);
        List<String> ways = Stream
                .of(typed ? "a text" : "", uploaded ? "a file" : "", addressed ? "an address to fetch" : "")
                .filter(way -> !way.isEmpty())
                .toList();
        if (ways.size() > 1) {
            throw Problem.badInput(typed ? "text" : "file",
                    "You gave %s. Leave only the one that is the article.".formatted(String.join(" and ", ways)));
        }
        if (addressed) {
            return new Brought(null, from);
        }
        return new Brought(
                uploaded ? read(copies, file) : Copy.pasted(text, format == null ? Copy.Format.TEXT : format),
                null);
    }

    /** It may take long: not to be called while a transaction is open. */
    public Copy fetched(Copies copies) {
        return copy != null ? copy : copies.ofAddress(from);
    }

    /** What tells it from another one, before anything is fetched. */
    public String fingerprint() {
        return copy != null ? copy.digest() : from;
    }

    private static Copy read(Copies copies, FileUpload file) {
        Copies.checkSize(file.size(), "file");
        try {
            return copies.ofFile(file.fileName(), Files.readAllBytes(file.uploadedFile()), "file");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
