package org.patchbay.attachments;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A scanner that takes files as clamd does, and says of each what a test says. */
final class FakeClamd implements AutoCloseable {

    private final ServerSocket door;
    private final Function<byte[], String> says;
    private final CopyOnWriteArrayList<byte[]> scanned = new CopyOnWriteArrayList<>();

    private FakeClamd(ServerSocket door, Function<byte[], String> says) {
        this.door = door;
        this.says = says;
    }

    static FakeClamd start(int port, Function<byte[], String> says) throws IOException {
        var clamd = new FakeClamd(new ServerSocket(port, 0, InetAddress.getLoopbackAddress()), says);
        Thread.ofVirtual().start(clamd::serve);
        return clamd;
    }

    /** The files that came. */
    CopyOnWriteArrayList<byte[]> scanned() {
        return scanned;
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var client = door.accept()) {
                answer(client);
            } catch (IOException e) {
                // The client or the test is done.
            }
        }
    }

    private void answer(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        var command = new String(in.readNBytes("zINSTREAM\0".length()), StandardCharsets.US_ASCII);
        if (!command.equals("zINSTREAM\0")) {
            throw new IOException(command);
        }
        var file = new ByteArrayOutputStream();
        for (int size = in.readInt(); size > 0; size = in.readInt()) {
            file.write(in.readNBytes(size));
        }
        scanned.add(file.toByteArray());
        client.getOutputStream()
                .write(("stream: " + says.apply(file.toByteArray()) + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
