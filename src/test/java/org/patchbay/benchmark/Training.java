package org.patchbay.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * Fills the cache from which Java starts the image: everything that the packaged application loads, links and learns of
 * its code while it opens, assigns and resolves tickets for a while (JEP 483, 514, 515). It fits the Java that filled
 * it and no other; {@code -Dreplica.java} names that of the image.
 */
public final class Training {

    /** Beside the files it was made of, so that the next build removes it. */
    static final Path CACHE = Path.of("target/quarkus-app/patchbay.aot");

    private static final Duration UNDER_LOAD = Duration.ofSeconds(30);

    private Training() {}

    public static void main(String[] args) throws Exception {
        run();
    }

    static void run() throws SQLException, InterruptedException, IOException {
        Files.deleteIfExists(CACHE);
        try (var database = Database.fresh("_training")) {
            var application = Application.start(database, Map.of(), "-XX:AOTCacheOutput=" + CACHE);
            Load.run(application.centre(), Pace.closed(LoadedCentre.LIVE), Duration.ZERO, UNDER_LOAD);
            application.stop();
        }
        if (Files.notExists(CACHE)) {
            throw new IllegalStateException("Java keeps no cache; version 25 and later do");
        }
        System.out.println("Training: " + CACHE + ", " + Files.size(CACHE) / 1024 / 1024 + " MB");
    }
}
