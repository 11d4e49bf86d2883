package org.claimdesk.standards.release;

import java.util.Set;

/**
 * The part that somebody has had in an article.
 *
 * @param author   whether they are named as one of its authors
 * @param sourced  claims they sourced
 * @param verified claims they ever gave a verdict on
 */
record Parts(boolean author, Set<Long> sourced, Set<Long> verified) {}
