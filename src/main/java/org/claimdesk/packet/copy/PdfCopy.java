package org.claimdesk.packet.copy;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import org.claimdesk.text.Block;

/** The copy as a tagged PDF with a bookmark for each claim. */
public final class PdfCopy implements Copy {

    private static final float BODY = 10;
    private static final float SMALL = 8.5f;
    private static final float STEP = 12;
    private static final int TITLE = 70;
    private static final Color SOFT = new Color(0x444444);

    private final OutputStream out;
    private TaggedPdf pdf;

    public PdfCopy(OutputStream out) {
        this.out = out;
    }

    @Override
    public void front(Front front) throws IOException {
        pdf = new TaggedPdf(out, front.headline(), "en");
        pdf.bookmark("front", front.headline(), 3);
        put("H1", front.headline(), 18, 0, 0, Color.BLACK);
        for (String fact : front.facts()) {
            put("P", fact, SMALL, 0, 2, SOFT);
        }
        put("P", Letters.MISSING + " stands for a letter that this PDF cannot show; article.html has it.", SMALL, 0, 2,
                SOFT);
        for (Mark mark : front.marks()) {
            put("P", mark.plain() + " " + mark.word(), SMALL, STEP, 2, SOFT);
        }
        pdf.bookmark("text", "The text", 3);
        put("H2", "The text", 14, 0, 18, Color.BLACK);
        for (Setting.SetBlock block : front.text()) {
            float size = block.kind() == Block.Kind.HEADLINE ? 15 : block.kind() == Block.Kind.SUBHEAD ? 12 : BODY;
            List<Chunk> words = new ArrayList<>();
            block.runs().forEach(run -> run(words, run, size));
            if (!words.isEmpty()) {
                pdf.put("P", words, size, block.kind() == Block.Kind.QUOTATION ? STEP : 0, 6);
            }
        }
        pdf.bookmark("claims", "The claims", 3);
        put("H2", "The claims", 14, 0, 18, Color.BLACK);
    }

    private void run(List<Chunk> words, Setting.Run run, float size) {
        for (Standing claim : run.begins()) {
            Chunk sign = chunk(claim.mark().plain() + claim.number() + " ", SMALL, SOFT);
            sign.setLocalGoto("claim-" + claim.id());
            words.add(sign);
        }
        Chunk set = chunk(run.words(), size, Color.BLACK);
        if (run.claim() != null) {
            set.setBackground(run.claim().mark().colour());
            set.setLocalGoto("claim-" + run.claim().id());
        }
        words.add(set);
    }

    @Override
    public void claim(Leaf claim) throws IOException {
        Standing standing = claim.standing();
        pdf.begin("Sect");
        String title = standing.mark().plain() + " " + standing.number() + " " + claim.words();
        pdf.bookmark("claim-" + standing.id(), shortened(title), 4);
        put("H3", standing.mark().plain() + " Claim " + standing.number() + " – " + standing.words(), 12, 0, 14,
                Color.BLACK);
        put("BlockQuote", claim.words(), 11, STEP, 4, Color.BLACK);
        for (Leaf.Group group : claim.groups()) {
            put("H4", group.title(), BODY, 0, 6, SOFT);
            pdf.begin("L");
            for (Leaf.Item item : group.items()) {
                pdf.begin("LI");
                put("LBody", item.head(), BODY, STEP, 3, Color.BLACK);
                for (String line : item.lines()) {
                    put("LBody", line, SMALL, 2 * STEP, 1, SOFT);
                }
                pdf.end();
            }
            pdf.end();
        }
        pdf.end();
    }

    private void put(String role, String text, float size, float indent, float before, Color colour)
            throws IOException {
        pdf.put(role, List.of(chunk(text, size, colour)), size, indent, before);
    }

    private Chunk chunk(String text, float size, Color colour) {
        return new Chunk(pdf.letters().shown(text), new Font(pdf.letters().font(), size, Font.NORMAL, colour));
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, TITLE)) + "…";
    }

    @Override
    public void close() throws IOException {
        if (pdf != null) {
            pdf.close();
        }
    }
}
