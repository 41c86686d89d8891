package org.patchbay.proof;

import org.flywaydb.core.Flyway;
import org.patchbay.testing.Replica;
import org.patchbay.testing.Servers;

/** What tests with replicas share. */
public final class Replicas {

    private Replicas() {}

    /** Leaves nothing, and none of the shared ones: the replicas that start next make the schema, all at once. */
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
