package org.claimdesk.claim;

/** Cuts the words around a claim to those of its own paragraph, and to whole words. Pure. */
final class Context {

    /** Read on either side, in code points. */
    static final int READ = 300;

    private Context() {}

    static String before(String text) {
        String paragraph = text.substring(text.lastIndexOf('\n') + 1);
        boolean whole = paragraph.length() < text.length() || text.codePointCount(0, text.length()) < READ;
        int space = paragraph.indexOf(' ');
        return whole || space < 0 ? paragraph : "… " + paragraph.substring(space + 1);
    }

    static String after(String text) {
        int end = text.indexOf('\n');
        String paragraph = end < 0 ? text : text.substring(0, end);
        boolean whole = end >= 0 || text.codePointCount(0, text.length()) < READ;
        int space = paragraph.lastIndexOf(' ');
        return whole || space < 0 ? paragraph : paragraph.substring(0, space) + " …";
    }
}
