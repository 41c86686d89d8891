package org.patchbay.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that are started in a moment. They lie below those that Linux gives to connections, of which one
 * could take the port meanwhile.
 */
public final class FreePort {

    private static final int LOWEST = 12_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 100;

    private FreePort() {}

    /** A port on which nobody listens. */
    public static int any() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one is free.
            }
        }
        throw new IOException("Somebody listens on each of %d ports".formatted(TRIES));
    }
}
