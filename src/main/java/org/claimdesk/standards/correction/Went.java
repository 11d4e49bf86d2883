package org.claimdesk.standards.correction;

/** An article as readers know it: the headline of the revision that went out last, and where that is. */
record Went(String headline, String address) {}
