package org.claimdesk.matching;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a claim as they are compared: what differs from one article or post to another without saying anything else
 * (addresses, kinds of quotation marks, how words are run together in a tag) is made alike. Pure.
 */
final class Wording {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|pic\\.twitter\\.com/\\S+");
    /** How an embedded post is signed: the name says who spoke, the rest where and when it was posted. */
    private static final Pattern SIGNATURE = Pattern
            .compile("—\\s*([^—@()]*)\\(@(\\w+)\\)[\\s\\p{L}]*\\d{1,2}, \\d{4}\\s*$");
    private static final Pattern TAG = Pattern.compile("[#@](\\w+)");
    private static final Pattern RUN_TOGETHER = Pattern
            .compile("(?<=[a-z0-9])(?=[A-Z])|(?<=\\p{L})(?=[0-9])|(?<=[0-9])(?=\\p{L})|_");
    private static final Pattern DOUBLE = Pattern.compile("[“”„«»]|''|``");
    private static final Pattern APOSTROPHE = Pattern.compile("[‘’ʼ]");
    /** A single quotation mark that quotes: not between two letters. */
    private static final Pattern SINGLE = Pattern.compile("(?<![\\p{L}\\p{N}])'|'(?![\\p{L}\\p{N}])");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private Wording() {}

    /** The text as it is compared; maybe empty. */
    static String of(String text) {
        String plain = ADDRESS.matcher(text).replaceAll(" ");
        plain = SIGNATURE.matcher(plain).replaceAll("— $1");
        plain = TAG.matcher(plain)
                .replaceAll(tag -> Matcher.quoteReplacement(RUN_TOGETHER.matcher(tag.group(1)).replaceAll(" ")));
        plain = DOUBLE.matcher(plain).replaceAll("\"");
        plain = APOSTROPHE.matcher(plain).replaceAll("'");
        plain = SINGLE.matcher(plain).replaceAll("\"");
        return SPACE.matcher(plain).replaceAll(" ").strip();
    }
}
