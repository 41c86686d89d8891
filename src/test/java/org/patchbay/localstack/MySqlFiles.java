package org.patchbay.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Unpacks the MySQL server from the archive on the class path, once. */
final class MySqlFiles {

    private static final Pattern MISSING_LIBRARY = Pattern.compile("loading shared libraries: ([\\w.]+):");

    private final Path folder;

    MySqlFiles(Path folder) {
        this.folder = folder;
    }

    Path base() {
        return inFolder("mysql-8.0.12");
    }

    Path inFolder(String name) {
        return folder.resolve(name);
    }

    void unpack() throws IOException, InterruptedException {
        if (Files.exists(base())) {
            return;
        }
        Path fresh = emptyFolder("mysql-8.0.12.new");
        Process tar = new ProcessBuilder("tar", "-xzf", "-", "-C", fresh.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream archive = resource("/" + archive());
                OutputStream input = tar.getOutputStream()) {
            archive.transferTo(input);
        }
        if (tar.waitFor() != 0) {
            throw new IllegalStateException("tar cannot unpack MySQL into " + fresh);
        }
        addMissingLibraries(fresh.resolve("bin"));
        Files.move(fresh, base());
    }

    /** An empty folder, without the leftovers of an interrupted run. */
    Path emptyFolder(String name) throws IOException {
        Path path = inFolder(name);
        if (Files.exists(path)) {
            try (Stream<Path> tree = Files.walk(path)) {
                for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return Files.createDirectories(path);
    }

    /** mysqld looks beside itself first, so a stand-in must be there only where the machine has no library. */
    private static void addMissingLibraries(Path bin) throws IOException, InterruptedException {
        List<String> command = List.of(bin.resolve("mysqld").toString(), "--no-defaults", "--version");
        while (true) {
            Process mysqld =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(mysqld.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (mysqld.waitFor() == 0) {
                return;
            }
            Matcher missing = MISSING_LIBRARY.matcher(output);
            if (!missing.find() || Files.exists(bin.resolve(missing.group(1)))) {
                throw new IllegalStateException("MySQL does not run on this machine: " + output);
            }
            try (InputStream library = resource("/localstack/linux-x86_64/" + missing.group(1))) {
                Files.copy(library, bin.resolve(missing.group(1)));
            }
        }
    }

    private static InputStream resource(String name) {
        InputStream resource = MySqlFiles.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("Not on the class path, and MySQL needs it: " + name);
        }
        return resource;
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("linux") && System.getProperty("os.arch").equals("amd64")) {
            return "mysql-Linux-amd64.tar.gz";
        }
        if (system.contains("mac")) {
            // On Apple silicon it runs under Rosetta.
            return "mysql-Mac_OS_X-x86_64.tar.gz";
        }
        throw new IllegalStateException("There is no embedded MySQL for this platform:"
                + " let QUARKUS_DATASOURCE_JDBC_URL name a MySQL of 8.0 or newer");
    }
}
