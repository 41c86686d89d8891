package org.patchbay.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A database of an earlier release, beside that of the tests, to be migrated. */
public final class OldDatabase {

    private final String name;

    public OldDatabase(String name) {
        this.name = name;
    }

    /**
     * Makes it anew, with rows as that release wrote them, whatever else they refer to.
     *
     * @param version the last migration of that release
     */
    public void make(String version, List<String> rows) throws SQLException {
        var flyway = at(version).cleanDisabled(false).load();
        flyway.clean();
        flyway.migrate();
        try (var connection = DriverManager.getConnection(
                        Servers.jdbcUrl(name), Servers.databaseUser(), Servers.databasePassword());
                var statement = connection.createStatement()) {
            statement.execute("set foreign_key_checks = 0");
            for (var row : rows) {
                statement.execute(row);
            }
        }
    }

    public void migrate(String version) {
        at(version).load().migrate();
    }

    private FluentConfiguration at(String version) {
        return Flyway.configure()
                .dataSource(Servers.jdbcUrl(name), Servers.databaseUser(), Servers.databasePassword())
                .target(version);
    }

    /** @param query that follows {@code select}, and has one column */
    public List<String> read(String query) {
        return TestDatabase.list(name, "select " + query, row -> row.getString(1));
    }

    public void remove() {
        TestDatabase.execute("drop database if exists " + name);
    }
}
