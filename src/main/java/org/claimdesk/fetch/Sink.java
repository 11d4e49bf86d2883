package org.claimdesk.fetch;

import java.io.IOException;
import java.io.InputStream;

/** Takes the answers of a fetch while they come, those of redirects too, in order. */
public interface Sink {

    /**
     * @param body as it comes over the wire but for the cutting in chunks, still packed; ends with a failure where it is
     *             larger than the limit. What is not read is not fetched.
     * @throws IOException only where reading the body fails; a failure of one's own is to be unchecked
     */
    void take(Exchange exchange, InputStream body) throws IOException;
}
