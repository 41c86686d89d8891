package org.patchbay.localstack;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/** {@link BrokerMain} in a JVM of its own. */
final class AmqpBroker implements LocalServer {

    private static final byte[] HEADER = {'A', 'M', 'Q', 'P', 3, 1, 0, 0};

    private final Path folder;
    private final int port;

    AmqpBroker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    @Override
    public String name() {
        return "AMQP";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String portVariable() {
        return "LOCAL_STACK_AMQP_PORT";
    }

    /** The class path goes into a file: it is long, and its folders may have spaces. */
    @Override
    public void prepare() throws IOException {
        Files.deleteIfExists(data().resolve(BrokerMain.READY));
        Files.writeString(arguments(), "-cp\n\"" + classPath().replace("\\", "\\\\") + "\"\n");
    }

    @Override
    public List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "@" + arguments(),
                BrokerMain.class.getName(),
                data().toString(),
                Integer.toString(port));
    }

    /** Whether the server answers an AMQP header with one. */
    @Override
    public boolean answers() {
        if (Files.notExists(data().resolve(BrokerMain.READY))) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(HEADER);
            byte[] answer = socket.getInputStream().readNBytes(HEADER.length);
            return new String(answer, StandardCharsets.US_ASCII).startsWith("AMQP");
        } catch (IOException e) {
            return false;
        }
    }

    private Path data() {
        return folder.resolve("amqp-data");
    }

    private Path arguments() {
        return folder.resolve("amqp.args");
    }

    private static String classPath() {
        if (AmqpBroker.class.getClassLoader() instanceof URLClassLoader loader) {
            StringJoiner path = new StringJoiner(File.pathSeparator);
            for (URL url : loader.getURLs()) {
                path.add(fileOf(url));
            }
            return path.toString();
        }
        return System.getProperty("java.class.path");
    }

    private static String fileOf(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Not a file: " + url, e);
        }
    }
}
