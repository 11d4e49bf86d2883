package org.claimdesk.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The wire between the service and a server, on which things go wrong. Keeps what was sent to the server. */
final class Relay implements AutoCloseable {

    /** What goes wrong. */
    enum Mood {
        PASSES,
        /** Nothing is ever answered. */
        SILENT,
        /** The server is lost once it has read so much of a request. */
        BREAKS_OFF,
        /** Every ~ on its way to the server becomes a #. */
        FALSIFIES,
        /** The server says no. */
        REFUSES,
        /** The answer ends in the middle. */
        CUTS_ANSWERS
    }

    private static final int HALF = 40_000;
    private static final String NO = "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>";

    private final ServerSocket server;
    private final int port;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    /** Of connections that are there already, too: clients keep them. */
    private volatile Mood mood = Mood.PASSES;

    /** @param port of the server on this machine */
    Relay(int port) {
        this.port = port;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        thread(this::accept);
    }

    Relay now(Mood changed) {
        mood = changed;
        return this;
    }

    URI address() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    String sent() {
        synchronized (sent) {
            return sent.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                thread(() -> carry(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket caller) {
        try (caller; Socket callee = new Socket("localhost", port)) {
            if (mood == Mood.REFUSES) {
                byte[] some = new byte[HALF];
                sent(some, caller.getInputStream().read(some));
                caller.getOutputStream()
                        .write(("HTTP/1.1 403 Forbidden\r\nContent-Type: application/xml\r\nConnection: close\r\nContent-Length: "
                                + NO.length() + "\r\n\r\n" + NO).getBytes(StandardCharsets.US_ASCII));
                return;
            }
            Thread back = thread(() -> answer(callee, caller));
            request(caller.getInputStream(), callee.getOutputStream());
            if (mood != Mood.BREAKS_OFF) {
                callee.shutdownOutput();
                back.join();
            }
        } catch (IOException gone) {
            // One side has had enough; the other is told by closing.
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void request(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[8_192];
        long all = 0;
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            sent(piece, read);
            all += read;
            if (mood == Mood.BREAKS_OFF && all > HALF) {
                return;
            }
            for (int i = 0; i < read && mood == Mood.FALSIFIES; i++) {
                piece[i] = piece[i] == '~' ? (byte) '#' : piece[i];
            }
            if (mood != Mood.SILENT) {
                out.write(piece, 0, read);
                out.flush();
            }
        }
    }

    private void answer(Socket callee, Socket caller) {
        byte[] piece = new byte[8_192];
        long all = 0;
        try (caller) {
            InputStream in = callee.getInputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                caller.getOutputStream().write(piece, 0, read);
                caller.getOutputStream().flush();
                all += read;
                if (mood == Mood.CUTS_ANSWERS && all > HALF) {
                    return;
                }
            }
        } catch (IOException gone) {
            return;
        }
    }

    private void sent(byte[] piece, int length) {
        synchronized (sent) {
            sent.write(piece, 0, Math.max(length, 0));
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
