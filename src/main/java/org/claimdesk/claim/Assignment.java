package org.claimdesk.claim;

import java.time.Instant;
import java.util.UUID;

/**
 * To whom a claim goes, until when, and what is at stake.
 *
 * @param desk     a path under /desks
 * @param assignee a reporter of the desk, or null for the desk as a whole
 */
public record Assignment(String desk, UUID assignee, Instant deadline, Risk risk) {}
