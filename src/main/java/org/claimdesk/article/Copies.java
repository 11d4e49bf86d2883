package org.claimdesk.article;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.tika.Tika;
import org.claimdesk.fetch.Fetched;
import org.claimdesk.fetch.Fetcher;
import org.claimdesk.fetch.Limits;
import org.claimdesk.problem.Input;
import org.claimdesk.problem.Problem;

/** Makes copies of files and of pages on the web: says how each is to be read, or what it is that cannot be. */
@ApplicationScoped
public class Copies {

    /** The largest file that is taken, in bytes. */
    public static final int LARGEST = 10 << 20;
    private static final Pattern ENDING = Pattern.compile(".*\\.([a-z]+)", Pattern.DOTALL);
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w:.-]{1,40})");
    private static final Map<String, Copy.Format> ENDINGS = Map.of("txt", Copy.Format.TEXT, "text", Copy.Format.TEXT,
            "md", Copy.Format.MARKDOWN, "markdown", Copy.Format.MARKDOWN, "html", Copy.Format.HTML, "htm",
            Copy.Format.HTML, "xhtml", Copy.Format.HTML, "docx", Copy.Format.DOCX, "docm", Copy.Format.DOCX, "doc",
            Copy.Format.DOCX);
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final Map<String, Copy.Format> TYPES = Map.of("text/html", Copy.Format.HTML,
            "application/xhtml+xml", Copy.Format.HTML, "text/plain", Copy.Format.TEXT, "text/markdown",
            Copy.Format.MARKDOWN, "text/x-markdown", Copy.Format.MARKDOWN, WORD, Copy.Format.DOCX);

    private final Fetcher fetcher;
    private final Tika tika = new Tika();

    Copies(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /**
     * A file as somebody has saved it.
     *
     * @param field by which it came
     * @throws Problem bad input for that field, that says what it is where it is nothing that can be read
     */
    public Copy ofFile(String name, byte[] content, String field) {
        Matcher ending = ENDING.matcher(name.strip().toLowerCase(Locale.ROOT));
        Copy.Format format = ending.matches() ? ENDINGS.get(ending.group(1)) : null;
        if (format == null) {
            throw Problem.badInput(field,
                    "Only .txt, .md, .html and .docx files are taken. Other documents: copy their text and paste it.");
        }
        if (content.length == 0) {
            throw Problem.badInput(field, "The file is empty.");
        }
        checkSize(content.length, field);
        Kinds.ofContent(tika.detect(content)).filter(kind -> kind.isNo(format)).ifPresent(kind -> {
            throw Problem.badInput(field, "The file is %s, not %s. Copy its text and paste it."
                    .formatted(kind.words(), format == Copy.Format.DOCX ? "a Word document (.docx)" : "text"));
        });
        return new Copy(format, content, null, Input.line(field, name), null, field);
    }

    /** @throws Problem bad input, where a file of this size is not taken */
    public static void checkSize(long size, String field) {
        if (size > LARGEST) {
            throw Problem.badInput(field,
                    "The file has %,d MB; at most %,d MB are taken. An article is smaller: copy its text and paste it."
                            .formatted((size + (1 << 20) - 1) >> 20, LARGEST >> 20));
        }
    }

    /**
     * A copy as it comes over the API. With an address it is fetched: not to be called while a transaction is open.
     *
     * @param form    TEXT where it is null
     * @param content the file in Base64, with DOCX
     * @param name    of the file, or null
     * @throws Problem bad input, where it is brought in none of the ways or in several, or cannot be read
     */
    public Copy sent(CopyForm form, String text, String content, String name, String address) {
        if (form != CopyForm.DOCX && content != null) {
            throw Problem.badInput("content", "Content is sent with the format DOCX alone.");
        }
        if ((form == CopyForm.DOCX || form == CopyForm.ADDRESS) && text != null) {
            throw Problem.badInput("text", "Text is sent with the formats TEXT, MARKDOWN and HTML.");
        }
        return switch (form == null ? CopyForm.TEXT : form) {
            case TEXT -> Copy.pasted(text, Copy.Format.TEXT);
            case MARKDOWN -> Copy.pasted(text, Copy.Format.MARKDOWN);
            case HTML -> Copy.pasted(text, Copy.Format.HTML);
            case DOCX -> ofFile(Input.blank(name) ? "article.docx" : name, decoded(content), "content");
            case ADDRESS -> ofAddress(address);
        };
    }

    private static byte[] decoded(String content) {
        try {
            return Base64.getDecoder().decode(Input.chosen("content", content, "Send the file in Base64."));
        } catch (IllegalArgumentException malformed) {
            throw Problem.badInput("content", "That is not Base64.");
        }
    }

    /**
     * What is at an address now. It takes up to twenty seconds: not to be called while a transaction is open.
     *
     * @throws Problem bad input for {@code address}, that says why nothing can be read from there
     */
    public Copy ofAddress(String address) {
        if (Input.blank(address)) {
            throw Problem.badInput("address", "Give the address of the article.");
        }
        Fetched fetched = fetcher.get(address, Limits.PAGE);
        if (fetched.status() != 200) {
            throw Problem.badInput("address", Kinds.status(fetched.status()));
        }
        if (fetched.body().length == 0) {
            throw Problem.badInput("address", "The site answers with nothing.");
        }
        String said = fetched.header("Content-Type") == null ? "" : fetched.header("Content-Type");
        String type = said.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String found = tika.detect(fetched.body());
        Copy.Format format = TYPES.get(type.isEmpty() || type.equals("application/octet-stream") ? found : type);
        if (format == null || Kinds.ofContent(found).filter(kind -> kind.isNo(format)).isPresent()) {
            throw Problem.badInput("address",
                    "At this address is %s. An article is read from a web page, text, Markdown or a Word document."
                            .formatted(Kinds.ofContent(found).map(Kinds::words).orElse("a file of the type " + type)));
        }
        Matcher charset = CHARSET.matcher(said);
        return new Copy(format, fetched.body(), charset.find() ? charset.group(1) : null, null,
                fetched.address().toString(), "address");
    }
}
