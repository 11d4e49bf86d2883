package org.claimdesk.claim;

/** With what result a check is finished. */
public enum Rating {
    ACCURATE, NEEDS_CONTEXT, MISLEADING, INACCURATE, UNSUPPORTED
}
