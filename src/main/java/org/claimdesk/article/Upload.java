package org.claimdesk.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;

import org.claimdesk.problem.Problem;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Takes a story from a file that was chosen in a form. */
public final class Upload {

    private Upload() {}

    /** Whether a file was chosen. A form without one sends an empty file. */
    public static boolean given(FileUpload upload) {
        return upload != null && upload.size() > 0;
    }

    /** @throws Problem bad input for a file that is no text, or longer than any article */
    public static Copy copy(FileUpload upload) {
        if (!upload.fileName().toLowerCase(Locale.ROOT).matches(".*\\.(txt|md|markdown|text)")) {
            throw Problem.badInput("file",
                    "Only .txt and .md files are taken. Other documents: copy their text and paste it.");
        }
        if (upload.size() > 4L * Filing.MOST) {
            throw Problem.badInput("file",
                    "The file is larger than any article. At most %,d characters are taken.".formatted(Filing.MOST));
        }
        try {
            return new Copy(markdown(upload) ? Copy.Format.MARKDOWN : Copy.Format.TEXT,
                    Files.readAllBytes(upload.uploadedFile()), null, upload.fileName(), null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean markdown(FileUpload upload) {
        return upload.fileName().toLowerCase(Locale.ROOT).matches(".*\\.(md|markdown)");
    }
}
