package org.patchbay.proof;

import java.util.Map;

import org.patchbay.testing.Replica;

/** What the tests with replicas share. */
final class Replicas {

    private Replicas() {}

    /** Leaves an empty schema of the current version. */
    static void cleanDatabase() throws InterruptedException {
        try (var replica = Replica.start(
                "clean", Map.of("quarkus.flyway.clean-at-start", "true", "patchbay.assignment.sweep-every", "off"))) {
            replica.awaitReady();
        }
    }
}
