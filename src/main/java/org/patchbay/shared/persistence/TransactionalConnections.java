package org.patchbay.shared.persistence;

import java.sql.Connection;
import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import com.mysql.cj.jdbc.JdbcConnection;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Keeps idle connections with autocommit off. The pool would switch it off at the beginning of each transaction and on
 * again after it, two round trips each, and nearly every connection only ever serves transactions. A connection outside
 * a transaction, as for Flyway and the health check, has autocommit on, as JDBC promises.
 */
@ApplicationScoped
class TransactionalConnections implements AgroalPoolInterceptor {

    @Override
    public void onConnectionCreate(Connection connection) {
        autoCommit(connection, false);
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (!QuarkusTransaction.isActive()) {
            autoCommit(connection, true);
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        autoCommit(connection, false);
    }

    /** Uses the driver's connection: the pool's wrapper would note the change and undo it at the next return. */
    private static void autoCommit(Connection connection, boolean on) {
        try {
            var raw = connection.unwrap(JdbcConnection.class);
            if (raw.getAutoCommit() != on) {
                raw.setAutoCommit(on);
            }
        } catch (SQLException e) {
            // The connection's next user gets the same exception. Thrown from here, it would cost the pool a place.
            Log.debugf(e, "Connection is broken: %s", connection);
        }
    }
}
