package org.patchbay.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One keep-alive connection, one request at a time. The load generator shares its cores with what it measures, and this
 * costs it a fraction of what a general client does.
 */
final class HttpConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int BUFFER = 32 * 1024;

    private final Socket socket;
    private final InputStream in;
    private String body = "";

    HttpConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    static byte[] get(String path, String token) {
        return request("GET", path, token, "");
    }

    static byte[] post(String path, String token, String json) {
        return request("POST", path, token, json);
    }

    private static byte[] request(String method, String path, String token, String json) {
        var type = json.isEmpty() ? "" : "Content-Type: application/json\r\n";
        return (method + " /api/v1" + path + " HTTP/1.1\r\nHost: benchmark\r\nAuthorization: Bearer " + token + "\r\n"
                        + type + "Content-Length: " + json.length() + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends a request and reads its whole response. */
    int send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                length = -1;
            }
        }
        body = length < 0 ? chunks() : new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        return status;
    }

    /** The body of the last response. */
    String body() {
        return body;
    }

    private String chunks() throws IOException {
        var text = new StringBuilder();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            text.append(new String(in.readNBytes(size), StandardCharsets.ISO_8859_1));
            line();
        }
        line();
        return text.toString();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The application closed the connection");
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
