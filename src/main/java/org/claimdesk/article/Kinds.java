package org.claimdesk.article;

import java.util.Optional;

/**
 * What content is that is no text, in words.
 *
 * @param office whether it can be a Word document, or what somebody took for one
 */
record Kinds(String words, boolean office) {

    /** @param type by content; empty where it may be text */
    static Optional<Kinds> ofContent(String type) {
        String family = type.substring(0, type.indexOf('/') + 1);
        return Optional.ofNullable(switch (type) {
            case "application/pdf" -> new Kinds("a PDF", false);
            case "application/rtf", "text/rtf" -> new Kinds("a document in Rich Text Format (.rtf)", false);
            case "application/gzip", "application/x-bzip2", "application/x-xz", "application/x-7z-compressed",
                    "application/x-rar-compressed", "application/x-tar", "application/vnd.rar" ->
                new Kinds("an archive", false);
            case "application/zip", "application/x-tika-ooxml", "application/x-tika-msoffice" ->
                new Kinds("a document of an office program or an archive", true);
            default -> switch (family) {
                case "image/" -> new Kinds("a picture", false);
                case "audio/" -> new Kinds("a sound recording", false);
                case "video/" -> new Kinds("a film", false);
                default -> type.startsWith("application/x-dosexec") || type.startsWith("application/x-executable")
                        ? new Kinds("a program", false)
                        : null;
            };
        });
    }

    /** The reader of Word documents says itself, and better, what is wrong with one. */
    boolean isNo(Copy.Format format) {
        return !(office && format == Copy.Format.DOCX);
    }

    /** What an HTTP status other than 200 means to the one who gave the address. */
    static String status(int status) {
        return switch (status) {
            case 401, 402, 403, 407 -> "The site shows this page only to those it knows (%d).".formatted(status)
                    + " Open it in a browser, copy its text and paste it.";
            case 404, 410 -> "There is no page at this address (%d).".formatted(status);
            case 429 -> "The site wants to be asked less often (429). Try again later.";
            default -> status >= 500
                    ? "The site has trouble of its own (%d). Try again later.".formatted(status)
                    : "The site does not show this page (%d).".formatted(status);
        };
    }
}
