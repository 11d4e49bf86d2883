package org.claimdesk.claim;

/** Words of a claim on one line. Pure. */
public final class Excerpt {

    private Excerpt() {}

    /**
     * The words, cut at a space where they are longer.
     *
     * @param most in code points
     */
    public static String of(String words, int most) {
        String line = words.replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, most - 2));
        if (line.charAt(cut.length()) == ' ') {
            return cut + " …";
        }
        int space = cut.lastIndexOf(' ');
        return (space > cut.length() / 2 ? cut.substring(0, space) : cut) + " …";
    }

    /** The same in quotation marks, where it does not begin with one. */
    public static String quoted(String words, int most) {
        String line = of(words, most);
        return line.startsWith("“") || line.startsWith("\"") || line.startsWith("«") ? line : "“" + line + "”";
    }
}
