package org.claimdesk.article;

import java.time.Instant;

import org.claimdesk.people.Name;

/**
 * A filed text of an article in a list.
 *
 * @param digest SHA-256 over the canonical text in UTF-8, hexadecimal
 * @param length in code points
 */
public record RevisionLine(int number, Name filedBy, Instant filedAt, String digest, int length) {}
