package org.patchbay.benchmark;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The feed by a bare WebSocket: a library would cost the load generator more than it costs to send the events. */
final class FeedSocket implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int SIXTEEN_BITS = 126;
    private static final byte[] NO_MASK = new byte[4];

    private final Socket socket;
    private final DataInputStream in;

    /** Returns when it is greeted: it then hears of all that happens. */
    FeedSocket(URI server, String token) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 64 * 1024));
        socket.getOutputStream()
                .write(("GET /api/v1/feed HTTP/1.1\r\nHost: benchmark\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: YmVuY2htYXJrIG9mIGl0IQ==\r\n"
                                + "Authorization: Bearer " + token + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        var status = line();
        if (!status.startsWith("HTTP/1.1 101 ")) {
            throw new IOException("The feed answers " + status);
        }
        while (!line().isEmpty()) {
            // Nothing in the headers is of interest.
        }
        var greeting = next();
        if (!greeting.contains("\"type\":\"HELLO\"")) {
            throw new IOException("The feed greets with " + greeting);
        }
    }

    /** The next event, as JSON. */
    String next() throws IOException {
        while (true) {
            int head = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            var payload = new byte[length == SIXTEEN_BITS ? in.readUnsignedShort() : length];
            in.readFully(payload);
            switch (head) {
                case FINAL | TEXT -> {
                    return new String(payload, StandardCharsets.UTF_8);
                }
                case FINAL | PING -> pong(payload);
                case FINAL | CLOSE -> throw new EOFException("The feed is closed");
                default -> throw new IOException("The feed sends a frame that begins with " + head);
            }
        }
    }

    private void pong(byte[] payload) throws IOException {
        OutputStream out = socket.getOutputStream();
        var frame = new byte[2 + NO_MASK.length + payload.length];
        frame[0] = (byte) (FINAL | PONG);
        frame[1] = (byte) (MASKED | payload.length);
        System.arraycopy(payload, 0, frame, 2 + NO_MASK.length, payload.length);
        out.write(frame);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
