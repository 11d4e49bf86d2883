package org.claimdesk.content;

import java.io.IOException;

/** Content in the store that is not what its digest says. */
public final class Damaged extends IOException {

    Damaged(String digest) {
        super("content " + digest + " is damaged");
    }
}
