package org.claimdesk.live;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.claimdesk.ledger.tree.Changed;
import org.claimdesk.problem.Problem;

/**
 * What a page shows and hears of: a claim, an article with its claims, or somebody's desk, which is all acts.
 *
 * @param id 0 for the desk
 */
record Watched(Kind kind, long id) {

    enum Kind {
        DESK, CLAIM, ARTICLE
    }

    static final Watched DESK = new Watched(Kind.DESK, 0);
    private static final Pattern FORM = Pattern.compile("(claim|article)-(\\d{1,18})");

    /** @throws Problem bad input */
    static Watched read(String of) {
        if ("desk".equals(of)) {
            return DESK;
        }
        Matcher form = FORM.matcher(of == null ? "" : of);
        if (!form.matches()) {
            throw Problem.badInput("of", "It is desk, claim-… or article-….");
        }
        return new Watched(form.group(1).equals("claim") ? Kind.CLAIM : Kind.ARTICLE, Long.parseLong(form.group(2)));
    }

    boolean isIn(Changed changed) {
        return changed.many() || switch (kind) {
            case DESK -> true;
            case CLAIM -> changed.claims().contains(id);
            case ARTICLE -> changed.articles().contains(id);
        };
    }
}
