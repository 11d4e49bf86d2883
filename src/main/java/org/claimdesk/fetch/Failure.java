package org.claimdesk.fetch;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;

import javax.net.ssl.SSLException;

import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.claimdesk.fetch.Unfetched.Kind;

/** Says in words why nothing came. */
final class Failure {

    private Failure() {}

    static Unfetched of(Exception failed, String host) {
        if (failed instanceof UnknownHostException) {
            return new Unfetched(Kind.NO_SITE, "There is no site %s.".formatted(host));
        }
        if (failed instanceof SocketTimeoutException) {
            return new Unfetched(Kind.SLOW, "The site does not answer.");
        }
        if (failed instanceof ConnectException || failed instanceof NoRouteToHostException) {
            return new Unfetched(Kind.UNREACHABLE, "The site cannot be reached.");
        }
        if (failed instanceof SSLException) {
            return new Unfetched(Kind.INSECURE,
                    "There is no secure connection to the site: its certificate is wrong, or it speaks no TLS.");
        }
        if (failed instanceof MessageConstraintException) {
            return new Unfetched(Kind.NOT_HTTP, "The header of the answer is larger than any honest one.");
        }
        if (failed instanceof ZipException || failed instanceof EOFException) {
            return Packing.wrong();
        }
        if (failed instanceof ConnectionClosedException || failed instanceof NoHttpResponseException) {
            return new Unfetched(Kind.BROKEN_OFF, "The site broke off in the middle.");
        }
        if (failed instanceof ProtocolException) {
            return new Unfetched(Kind.NOT_HTTP, "The site's answer is not HTTP.");
        }
        return new Unfetched(Kind.BROKEN_OFF, "It cannot be fetched: the connection failed.");
    }
}
