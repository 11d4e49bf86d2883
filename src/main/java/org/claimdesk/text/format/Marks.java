package org.claimdesk.text.format;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** What an element says of itself by its class, id, role and microdata: pages name their parts much alike. */
final class Marks {

    private static final Set<String> BYLINE = Set.of("byline", "bylines", "author", "authors", "contributor",
            "contributors");
    private static final Set<String> DEK = Set.of("dek", "deck", "standfirst", "subtitle", "subheadline", "subhead",
            "strapline");
    private static final Set<String> DATE = Set.of("date", "datetime", "dateline", "timestamp", "published", "pubdate",
            "updated");
    private static final Set<String> CAPTION = Set.of("caption", "captions", "cutline", "credit");
    private static final Set<String> KICKER = Set.of("kicker", "eyebrow", "breadcrumb", "breadcrumbs", "rubric");
    /** Never of the story, wherever they stand. */
    private static final Set<String> CLUTTER = Set.of("cookie", "cookies", "consent", "gdpr", "cmp", "advert",
            "adverts", "advertisement", "advertising", "ads", "ad", "adslot", "adsbygoogle", "dfp", "sponsored",
            "taboola", "outbrain", "comments", "disqus", "newsletter", "paywall", "popup", "modal", "breadcrumb",
            "breadcrumbs", "skip", "nav", "navbar", "navigation", "menu", "toolbar", "pagination");
    /** Mostly not of the story; words that layouts also use for what holds it. */
    private static final Set<String> DOUBTFUL = Set.of("share", "sharing", "social", "related", "recommended",
            "recommendations", "promo", "promotion", "subscribe", "subscription", "signup", "sidebar", "trending",
            "popular", "banner", "footer", "widget", "teaser", "tags", "more", "also");
    private static final Set<String> CLUTTER_ROLES = Set.of("navigation", "banner", "contentinfo", "search", "dialog",
            "alertdialog", "menu", "menubar", "toolbar", "complementary");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[a-z])(?=[A-Z])");
    private static final int LONGEST = 2_000;

    private Marks() {}

    static boolean byline(Element element) {
        return element.hasAttr("rel") && words(element.attr("rel")).contains("author")
                || property(element, "author") || any(element, BYLINE);
    }

    static boolean dek(Element element) {
        return property(element, "description") || property(element, "alternativeheadline") || any(element, DEK);
    }

    static boolean date(Element element) {
        return element.nameIs("time") || property(element, "datepublished") || property(element, "datemodified")
                || any(element, DATE);
    }

    static boolean caption(Element element) {
        return element.nameIs("figcaption") || element.nameIs("caption") || property(element, "caption")
                || any(element, CAPTION);
    }

    static boolean kicker(Element element) {
        return any(element, KICKER);
    }

    static boolean clutter(Element element) {
        return element.nameIs("nav") || CLUTTER_ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
                || any(element, CLUTTER);
    }

    static boolean doubtful(Element element) {
        return element.nameIs("aside") || element.nameIs("form") || element.attr("aria-hidden").equals("true")
                || element.nameIs("footer") && element.closest("blockquote") == null || any(element, DOUBTFUL);
    }

    static boolean hidden(Element element) {
        String style = element.attr("style");
        return element.hasAttr("hidden") || !style.isEmpty() && style.length() < LONGEST
                && style.toLowerCase(Locale.ROOT)
                        .replaceAll("\\s", "")
                        .matches(".*(display:none|visibility:hidden).*");
    }

    private static boolean property(Element element, String name) {
        return element.hasAttr("itemprop") && words(element.attr("itemprop")).contains(name);
    }

    private static boolean any(Element element, Set<String> marks) {
        for (String attribute : new String[]{"class", "id", "data-testid"}) {
            if (element.hasAttr(attribute) && parts(element.attr(attribute)).stream().anyMatch(marks::contains)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(String value) {
        return Set
                .copyOf(Arrays.asList(cut(value).toLowerCase(Locale.ROOT).split("\\s+")).stream().distinct().toList());
    }

    /** articleByline-top is article, byline and top. */
    private static Set<String> parts(String value) {
        Set<String> parts = new HashSet<>();
        for (String part : BETWEEN.split(cut(value))) {
            parts.add(part.toLowerCase(Locale.ROOT));
        }
        return parts;
    }

    private static String cut(String value) {
        return value.substring(0, Math.min(LONGEST, value.length()));
    }
}
