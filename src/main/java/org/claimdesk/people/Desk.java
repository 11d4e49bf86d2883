package org.claimdesk.people;

/** A queue that people belong to: a Keycloak group under {@code /desks}. */
public record Desk(String path, String name) {

    /** The last part of a group path, with a capital: what the desk is called where Keycloak cannot be asked. */
    public static String nameOf(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.isEmpty() ? path : Character.toUpperCase(last.charAt(0)) + last.substring(1).replace('-', ' ');
    }
}
