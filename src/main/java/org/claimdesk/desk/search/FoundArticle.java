package org.claimdesk.desk.search;

import java.util.List;

import org.claimdesk.article.ArticleLine;

/** @param passage of its text around the first of the words; empty where it is not in the text as it was typed */
record FoundArticle(ArticleLine article, List<Stretch> headline, List<Stretch> passage) {}
