package org.patchbay.shared.lifecycle;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** More than fits into one transaction. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class BatchesTest {

    private static final String KEYS = "select count(*) from idempotency_key where account_id = -1 and ";

    @Inject
    Batches batches;

    @Inject
    Idempotency idempotency;

    @Inject
    CurrentOrganisation currentOrganisation;

    @Test
    void theyEndWithOneThatIsNotFull() {
        assertEquals(23, batches.run(10, List.of(10L, 10L, 3L, 10L).iterator()::next));
        assertEquals(0, batches.run(10, List.of(0L, 10L).iterator()::next));
    }

    @Test
    void noneBeginsOnceTheReplicaStops() {
        var shutdown = new Shutdown(Patience.LIMIT);
        var ofAnother = new Batches(currentOrganisation, shutdown);
        assertEquals(10, ofAnother.run(10, () -> {
            stop(shutdown);
            return 10;
        }));
    }

    @Test
    void allThatIsOldGoesAndNothingElse() {
        keys(2_500, "old");
        MovableClock.forward(Duration.ofDays(1));
        keys(3, "new");
        MovableClock.forward(Duration.ofMinutes(1));
        idempotency.forget();
        assertEquals(0, TestDatabase.count(KEYS + "request_key like 'old%'"));
        assertEquals(3, TestDatabase.count(KEYS + "request_key like 'new%'"));
        TestDatabase.execute("delete from idempotency_key where account_id = -1");
    }

    private static void keys(int count, String name) {
        var rows = new StringBuilder();
        var now = Times.now().toString().replace("T", " ").replace("Z", "");
        for (int i = 0; i < count; i++) {
            rows.append(i == 0 ? "" : ",").append("(1, -1, '%s-%d', repeat('0', 64), '%s')".formatted(name, i, now));
        }
        TestDatabase.execute("insert into idempotency_key"
                + " (organisation_id, account_id, request_key, request_hash, created_at) values " + rows);
    }

    private static void stop(Shutdown shutdown) {
        try {
            shutdown.stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
