package org.patchbay.attachments.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * As much of S3 as a store of files asks of it: objects of one bucket, of which parts are read. It checks who asks by
 * the name of their key alone.
 */
public final class BucketServer implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String bucket;
    private final String keyName;
    private final HttpServer server;

    private BucketServer(String bucket, String keyName, HttpServer server) {
        this.bucket = bucket;
        this.keyName = keyName;
        this.server = server;
    }

    /** @param port 0 for any */
    public static BucketServer start(int port, String bucket, String keyName) throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var server = new BucketServer(bucket, keyName, http);
        http.setExecutor(server.threads);
        http.createContext("/", server::answer);
        http.start();
        return server;
    }

    /** The keys of its objects. */
    public Set<String> keys() {
        return Set.copyOf(objects.keySet());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 Credential=" + keyName + "/")) {
                send(exchange, 403, new byte[0]);
            } else if (!path.startsWith("/" + bucket + "/")) {
                send(exchange, 404, error("NoSuchBucket"));
            } else {
                answer(exchange, path.substring(bucket.length() + 2));
            }
        }
    }

    private void answer(HttpExchange exchange, String key) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, content(exchange));
                send(exchange, 200, new byte[0]);
            }
            case "DELETE" -> {
                objects.remove(key);
                send(exchange, 204, new byte[0]);
            }
            case "GET" -> {
                var object = objects.get(key);
                if (object == null) {
                    send(exchange, 404, error("NoSuchKey"));
                } else {
                    part(exchange, object);
                }
            }
            default -> send(exchange, 405, new byte[0]);
        }
    }

    private static void part(HttpExchange exchange, byte[] object) throws IOException {
        var range = RANGE.matcher(exchange.getRequestHeaders().getFirst("Range"));
        if (range.matches()) {
            int from = Integer.parseInt(range.group(1));
            int to = Math.min(Integer.parseInt(range.group(2)), object.length - 1);
            send(exchange, 206, Arrays.copyOfRange(object, from, to + 1));
        } else {
            send(exchange, 416, error("InvalidRange"));
        }
    }

    /** Whole, or in chunks, each with its size before it, as clients send what they sign while they send it. */
    private static byte[] content(HttpExchange exchange) throws IOException {
        var in = exchange.getRequestBody();
        var length = exchange.getRequestHeaders().getFirst("x-amz-decoded-content-length");
        if (length == null) {
            return in.readAllBytes();
        }
        var content = new ByteArrayOutputStream();
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            content.write(in.readNBytes(size));
            in.readNBytes(2);
        }
        in.readAllBytes();
        if (content.size() != Integer.parseInt(length)) {
            throw new IOException("The object was cut off");
        }
        return content.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The object was cut off");
            }
            line.append((char) next);
        }
        return Integer.parseInt(line.toString().strip().split(";")[0], 16);
    }

    private static byte[] error(String code) {
        return ("<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>").getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
