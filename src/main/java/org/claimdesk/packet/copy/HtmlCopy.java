package org.claimdesk.packet.copy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The copy as one HTML file: no script, nothing that is fetched, all text escaped by the templates. */
public final class HtmlCopy implements Copy {

    private final Writer out;

    public HtmlCopy(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @CheckedTemplate(basePath = "packet")
    static class Templates {
        static native TemplateInstance front(Front front);

        static native TemplateInstance claim(Leaf claim);

        static native TemplateInstance end();
    }

    @Override
    public void front(Front front) throws IOException {
        out.write(Templates.front(front).render());
    }

    @Override
    public void claim(Leaf claim) throws IOException {
        out.write(Templates.claim(claim).render());
    }

    @Override
    public void close() throws IOException {
        out.write(Templates.end().render());
        out.flush();
    }
}
