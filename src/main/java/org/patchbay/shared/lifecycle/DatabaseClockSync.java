package org.patchbay.shared.lifecycle;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.shared.time.DatabaseClock;
import org.patchbay.shared.time.DatabaseClock.Reading;
import org.patchbay.shared.time.Times;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * Keeps this replica at the database's time: from its start, and again every few seconds, since clocks drift and jump.
 */
@ApplicationScoped
public class DatabaseClockSync {

    private static final int READINGS = 3;
    private static final Duration NOTABLE = Duration.ofSeconds(1);

    private final AgroalDataSource database;

    DatabaseClockSync(AgroalDataSource database) {
        this.database = database;
    }

    /** Runs before anything asks for the time. */
    void start(@Observes @Priority(1) StartupEvent event) throws SQLException {
        follow(Times.COMMON);
    }

    /** While the database is away, the clock goes on as before. */
    @AwaitedAtShutdown
    @PerReplica("Each has a clock of its own.")
    @Scheduled(every = "10s", delayed = "10s", identity = "database-time")
    public void look() {
        try {
            follow(Times.COMMON);
        } catch (SQLException | IllegalStateException e) {
            Log.debugf(e, "Database time could not be read");
        }
    }

    /** Adopts the reading with the fastest response. */
    public void follow(DatabaseClock clock) throws SQLException {
        var before = clock.ahead();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            Stream.generate(() -> clock.read(() -> now(statement)))
                    .limit(READINGS)
                    .min(Comparator.comparing(Reading::uncertainty))
                    .ifPresent(clock::follow);
        }
        if (clock.ahead().minus(before).abs().compareTo(NOTABLE) > 0) {
            Log.warnf("Database clock is ahead of this replica's by %s", clock.ahead());
        }
    }

    private static Instant now(Statement statement) {
        try (var rows = statement.executeQuery("select utc_timestamp(6)")) {
            rows.next();
            return rows.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
