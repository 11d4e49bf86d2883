package org.claimdesk.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that a test starts in a process of its own. */
public final class FreePort {

    /**
     * Below those from which systems take the near end of a connection (32768 on Linux, 49152 elsewhere): the seconds
     * until the process listens would be enough for another test's connection to be given the port.
     */
    private static final int FIRST = 15_000;
    private static final int LAST = 32_767;
    private static final int TRIED = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** @return one that nobody listens on, and no second time in this process */
    public static int any() {
        for (int tried = 0; tried < TRIED; tried++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (bindable(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free");
    }

    private static boolean bindable(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
