package org.claimdesk.standards.release;

/**
 * What a release pins.
 *
 * @param digest SHA-256 of the text of the revision, in UTF-8
 * @param claims SHA-256 over "id version" of each claim that is not dropped, a line each, by id
 */
record Pin(long article, int revision, byte[] digest, byte[] claims) {}
