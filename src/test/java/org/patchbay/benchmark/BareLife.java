package org.patchbay.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The life of one ticket after the other over one connection, by bare JDBC. */
interface BareLife extends AutoCloseable {

    /** Opens, claims and resolves a ticket for this order. */
    void live(long order, String orderNumber) throws SQLException;

    @Override
    void close() throws SQLException;

    /** Prepares the statements of a connection. */
    @FunctionalInterface
    interface Prepared {
        BareLife on(Connection connection, Place place) throws SQLException;
    }

    /** Where the tickets of one connection come and go; the agent is the connection's own. */
    record Place(long organisation, long group, long queue, long pool, long customer, long agent) {}

    /** The generated id of the only row that was inserted. */
    static long key(Statement insert) throws SQLException {
        try (var keys = insert.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }
}
