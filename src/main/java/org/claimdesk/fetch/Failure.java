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
import org.claimdesk.problem.Problem;

/** Says in words why nothing came. */
final class Failure {

    private Failure() {}

    static Problem of(Exception failed, String host) {
        return Destination.wrong(words(failed, host));
    }

    private static String words(Exception failed, String host) {
        if (failed instanceof UnknownHostException) {
            return "There is no site %s.".formatted(host);
        }
        if (failed instanceof SocketTimeoutException) {
            return "The site does not answer.";
        }
        if (failed instanceof ConnectException || failed instanceof NoRouteToHostException) {
            return "The site cannot be reached.";
        }
        if (failed instanceof SSLException) {
            return "There is no secure connection to the site: its certificate is wrong, or it speaks no TLS.";
        }
        if (failed instanceof MessageConstraintException) {
            return "The header of the answer is larger than any honest one.";
        }
        if (failed instanceof ZipException || failed instanceof EOFException) {
            return "What the site sends is packed wrongly and cannot be unpacked.";
        }
        if (failed instanceof ConnectionClosedException || failed instanceof NoHttpResponseException) {
            return "The site broke off in the middle.";
        }
        if (failed instanceof ProtocolException) {
            return "The site's answer is not HTTP.";
        }
        return "It cannot be fetched: the connection failed.";
    }
}
