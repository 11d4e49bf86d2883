package org.claimdesk.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Finds ports to listen on. */
final class Ports {

    private static final int TRIED = 50;

    private Ports() {}

    /**
     * The port that the environment sets, or the first free one from the usual one on.
     *
     * @param setting the name of the environment variable
     * @throws LocalProblem where the port that is set is taken, or is none
     */
    static int choose(Map<String, String> environment, String setting, int usual) {
        String set = environment.get(setting);
        if (set != null && !set.isBlank()) {
            return set(setting, set.strip());
        }
        for (int port = usual; port < usual + TRIED; port++) {
            if (free(port)) {
                return port;
            }
        }
        throw new LocalProblem("The ports %d to %d are all taken. Choose one with %s.".formatted(usual,
                usual + TRIED - 1, setting));
    }

    private static int set(String setting, String value) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new LocalProblem("%s is %s, which is no port.".formatted(setting, value));
        }
        int port = Integer.parseInt(value);
        if (!free(port)) {
            throw new LocalProblem("Port %d is taken. Choose another with %s.".formatted(port, setting));
        }
        return port;
    }

    /** Free on every address and on the loopback address: another program may hold just one of them. */
    private static boolean free(int port) {
        return bindable(new InetSocketAddress(port))
                && bindable(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static boolean bindable(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
