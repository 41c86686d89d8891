package org.patchbay.proof;

import org.flywaydb.core.Flyway;
import org.patchbay.testing.Replica;
import org.patchbay.testing.Servers;

/** The common parts of tests with replicas. */
public final class Replicas {

    private Replicas() {}

    /** Leaves no rows and none of the shared replicas: the replicas that start next make the schema, all at once. */
    public static void cleanDatabase() {
        Pair.stop();
        // It makes the schema by itself, and has to be over before.
        Replica.train();
        Flyway.configure()
                .dataSource(Servers.jdbcUrl(), Servers.databaseUser(), Servers.databasePassword())
                .cleanDisabled(false)
                .load()
                .clean();
    }
}
