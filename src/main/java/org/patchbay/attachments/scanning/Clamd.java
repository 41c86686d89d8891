package org.patchbay.attachments.scanning;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The daemon of ClamAV, asked by its command INSTREAM. */
record Clamd(String host, int port) {

    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_ANSWER = 4_096;
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);

    /** @param address host and port, with a colon between them */
    static Clamd at(String address) {
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("patchbay.attachments.scanner is no host:port: " + address);
        }
        return new Clamd(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    Verdict scan(InputStream content) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) CONNECTS_WITHIN.toMillis());
            socket.setSoTimeout((int) ANSWERS_WITHIN.toMillis());
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            var chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
            out.writeInt(0);
            out.flush();
            return verdict(new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
        }
    }

    private static Verdict verdict(String answer) throws IOException {
        var said = answer.replace("\0", "").strip();
        if (said.endsWith("FOUND")) {
            return Verdict.INFECTED;
        }
        if (said.endsWith("OK")) {
            return Verdict.CLEAN;
        }
        throw new IOException("The scanner answers: " + said);
    }
}
