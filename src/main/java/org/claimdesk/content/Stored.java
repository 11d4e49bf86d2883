package org.claimdesk.content;

/**
 * Content in the store.
 *
 * @param digest    SHA-256, lower-case hexadecimal
 * @param size      in bytes
 * @param mediaType by content, not by name
 */
public record Stored(String digest, long size, String mediaType) {}
