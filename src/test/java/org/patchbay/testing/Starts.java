package org.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

/** Starts of the application lead the time of a suite: they are counted. */
@ApplicationScoped
class Starts {

    private static final String FILE = "application-starts.txt";

    /** In the tests' own process: once for each profile of settings. */
    void onStart(@Observes StartupEvent event) {
        add(Path.of("target"), "in a test's process");
    }

    static void add(Path target, String name) {
        try {
            Files.createDirectories(target);
            Files.writeString(
                    target.resolve(FILE),
                    Instant.now() + " " + name + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> since(Path target, Instant began) throws IOException {
        var file = target.resolve(FILE);
        if (Files.notExists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .map(line -> line.split(" ", 2))
                .filter(start -> !Instant.parse(start[0]).isBefore(began))
                .map(start -> start[1])
                .toList();
    }
}
