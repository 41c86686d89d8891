package org.patchbay.screens;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.patchbay.testing.Replica;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * The packaged application with pages of a later version: every part has another name, and nothing else differs. Names
 * keep their length, so that they can be replaced wherever they stand, also in classes that list the files.
 */
final class LaterBuild {

    private static final Pattern PART =
            Pattern.compile("META-INF/resources/(assets/.*-)([A-Za-z0-9_-]{8})(\\.[a-z0-9]+)");
    private static final String VERSION = "<meta name=\"version\" content=\"2";
    private static final String LATER_VERSION = "<meta name=\"version\" content=\"9";

    private final Map<String, String> names = new LinkedHashMap<>();

    private LaterBuild() {}

    /** @return the folder of the packaged application */
    static Path make() throws IOException {
        var later = new LaterBuild();
        var target = Replica.PACKAGED.resolveSibling("quarkus-app-later");
        try (var files = Files.walk(Replica.PACKAGED)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (mayHavePages(file)) {
                    later.readNames(file);
                }
            }
        }
        try (var files = Files.walk(Replica.PACKAGED)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                later.copy(file, target.resolve(Replica.PACKAGED.relativize(file)));
            }
        }
        return target;
    }

    /** Not the libraries. */
    private static boolean mayHavePages(Path file) {
        return file.toString().endsWith(".jar") && !file.startsWith(Replica.PACKAGED.resolve("lib"));
    }

    private void readNames(Path jar) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(jar))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var part = PART.matcher(entry.getName());
                if (part.matches()) {
                    var name = part.group(1).substring("assets/".length());
                    var hash = part.group(2);
                    names.put(name + hash + part.group(3), name + reversed(hash) + part.group(3));
                }
            }
        }
    }

    private static String reversed(String hash) {
        return new StringBuilder(hash).reverse().toString();
    }

    private void copy(Path file, Path copy) throws IOException {
        Files.createDirectories(copy.getParent());
        Files.write(copy, mayHavePages(file) ? jar(Files.readAllBytes(file)) : Files.readAllBytes(file));
    }

    private byte[] jar(byte[] jar) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(jar));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(renamed(entry.getName())));
                out.write(renamed(new String(in.readAllBytes(), ISO_8859_1)).getBytes(ISO_8859_1));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private String renamed(String text) {
        var later = text.replace(VERSION, LATER_VERSION);
        for (var name : names.entrySet()) {
            later = later.replace(name.getKey(), name.getValue());
        }
        return later;
    }
}
