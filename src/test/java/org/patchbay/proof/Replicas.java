package org.patchbay.proof;

import org.flywaydb.core.Flyway;
import org.patchbay.testing.Servers;

/** What the tests with replicas share. */
final class Replicas {

    private Replicas() {}

    /** Leaves nothing: the replicas that start next make the schema, all at once. */
    static void cleanDatabase() {
        Flyway.configure()
                .dataSource(Servers.jdbcUrl(), Servers.databaseUser(), Servers.databasePassword())
                .cleanDisabled(false)
                .load()
                .clean();
    }
}
