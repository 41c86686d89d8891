package org.patchbay.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One keep-alive connection, one request at a time. The load generator shares its cores with what it measures, and this
 * costs it a fraction of what a general client does: a response is mostly one read, and only its length is looked for.
 */
final class HttpConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int UNAVAILABLE = 503;
    private static final int REPEATS = 20;
    private static final int PAUSE_MILLIS = 100;
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final Socket socket;
    private byte[] buffer = new byte[16 * 1024];
    private int filled;
    private int bodyAt;

    HttpConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    static byte[] get(String path, String token) {
        return ("GET /api/v1" + path + " HTTP/1.1\r\nHost: benchmark\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] post(String path, String token, String json) {
        return withBody("POST", path, token, json);
    }

    static byte[] put(String path, String token, String json) {
        return withBody("PUT", path, token, json);
    }

    private static byte[] withBody(String method, String path, String token, String json) {
        var type = json.isEmpty() ? "" : "Content-Type: application/json\r\n";
        return (method + " /api/v1" + path + " HTTP/1.1\r\nHost: benchmark\r\nAuthorization: Bearer " + token + "\r\n"
                        + type + "Content-Length: " + json.length() + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Sends a request and reads its whole response.
     *
     * @return its status
     */
    int send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        filled = 0;
        int length = readHead();
        while (filled < bodyAt + length) {
            fill();
        }
        return digits(STATUS_AT);
    }

    /**
     * As {@link #send}, and repeats what is refused with 503 for a while, as the API asks of its clients.
     *
     * @param refused counts these responses
     */
    int sendPatiently(byte[] request, AtomicLong refused) throws IOException, InterruptedException {
        int status = send(request);
        for (int i = 0; status == UNAVAILABLE && i < REPEATS; i++) {
            refused.incrementAndGet();
            Thread.sleep(PAUSE_MILLIS);
            status = send(request);
        }
        return status;
    }

    /** The body of the last response. */
    String body() {
        return new String(buffer, bodyAt, filled - bodyAt, StandardCharsets.ISO_8859_1);
    }

    /**
     * Reads up to the empty line.
     *
     * @return the length of what follows; responses of this API tell it
     */
    private int readHead() throws IOException {
        int length = 0;
        int line = 0;
        for (int at = 0; ; at++) {
            if (at == filled) {
                fill();
            }
            if (buffer[at] == '\n') {
                if (at - line <= 1) {
                    bodyAt = at + 1;
                    return length;
                }
                if (isLength(line, at)) {
                    length = digits(line + LENGTH.length + 1);
                }
                line = at + 1;
            }
        }
    }

    private boolean isLength(int from, int to) {
        if (to - from <= LENGTH.length) {
            return false;
        }
        for (int i = 0; i < LENGTH.length; i++) {
            if (Character.toLowerCase(buffer[from + i]) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private int digits(int at) {
        int number = 0;
        for (int i = at; buffer[i] >= '0' && buffer[i] <= '9'; i++) {
            number = number * 10 + buffer[i] - '0';
        }
        return number;
    }

    private void fill() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, filled * 2);
        }
        int read = socket.getInputStream().read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("The application closed the connection");
        }
        filled += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
