package org.claimdesk.fetch;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** A site on this machine that answers as sites on the web should not, and keeps what it was asked. */
public final class HostileServer implements AutoCloseable {

    /** Writes an answer, all of it, as bytes. */
    public interface Answer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private HostileServer(ServerSocket server) {
        this.server = server;
    }

    public static HostileServer start() {
        try {
            HostileServer hostile = new HostileServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            thread(hostile::accept);
            return hostile;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String site() {
        return "localhost:" + server.getLocalPort();
    }

    public String address(String path) {
        return "http://" + site() + path;
    }

    /** The requests so far: first lines and header lines. */
    public List<String> asked() {
        return asked;
    }

    /** The bodies so far that were sent here. */
    public List<String> posted() {
        return posted;
    }

    public HostileServer on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    public HostileServer on(String path, String head, byte[] body) {
        return on(path, out -> {
            out.write(
                    ascii("HTTP/1.1 " + head + "\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n"));
            out.write(body);
        });
    }

    public HostileServer page(String path, String html) {
        return on(path, "200 OK\r\nContent-Type: text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    public HostileServer redirect(String path, String to) {
        return on(path, "302 Found\r\nLocation: " + to, new byte[0]);
    }

    public static byte[] ascii(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                thread(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String first = in.readLine();
            if (first == null) {
                return;
            }
            asked.add(first);
            int length = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                asked.add(line);
                length = line.toLowerCase().startsWith("content-length:")
                        ? Integer.parseInt(line.substring(line.indexOf(':') + 1).strip())
                        : length;
            }
            if (length > 0) {
                char[] body = new char[length];
                for (int read = 0; read < length;) {
                    read += in.read(body, read, length - read);
                }
                posted.add(new String(body));
            }
            Answer answer = answers.get(first.split(" ")[1]);
            OutputStream out = socket.getOutputStream();
            if (answer == null) {
                out.write(ascii("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            } else {
                answer.write(out);
            }
            out.flush();
        } catch (IOException gone) {
            // Whoever asked has had enough.
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "hostile");
        thread.setDaemon(true);
        thread.start();
    }
}
