package org.claimdesk.content;

import java.io.FilterInputStream;
import java.io.IOException;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An object on its way here. What is not read to its end is broken off, not drained; its length is what was promised. */
final class BucketStream extends FilterInputStream {

    private final ResponseInputStream<GetObjectResponse> object;
    private long left;

    BucketStream(ResponseInputStream<GetObjectResponse> object) {
        super(object);
        this.object = object;
        this.left = object.response().contentLength();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            int read = super.read(into, from, length);
            if (read < 0 && left > 0) {
                throw new BucketAway("the storage broke off " + left + " bytes before the end", null);
            }
            left -= Math.max(read, 0);
            return read;
        } catch (SdkException failed) {
            throw new BucketAway("the storage broke off", failed);
        }
    }

    @Override
    public void close() throws IOException {
        if (left > 0) {
            object.abort();
        } else {
            super.close();
        }
    }
}
