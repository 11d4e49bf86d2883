package org.claimdesk.standards.hook;

/** A message that an instance has taken on to send. @param attempt its number, from 1 */
record Message(long id, String hook, String message, String body, int attempt) {}
