package org.claimdesk.standards.correction;

/** What the standards desk decided on a case. */
public enum Outcome {
    NONE, CORRECTED
}
