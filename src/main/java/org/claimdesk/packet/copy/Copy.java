package org.claimdesk.packet.copy;

import java.io.IOException;

/** A readable copy while it is written: the front, then each claim, then its end by closing it. The stream stays open. */
public interface Copy extends AutoCloseable {

    void front(Front front) throws IOException;

    void claim(Leaf claim) throws IOException;

    @Override
    void close() throws IOException;
}
