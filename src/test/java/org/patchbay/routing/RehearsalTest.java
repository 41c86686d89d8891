package org.patchbay.routing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.patchbay.shared.lifecycle.Able;
import org.patchbay.shared.lifecycle.Shutdown;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The work before a replica is ready. Tests in this process skip it at their start. */
@QuarkusTest
class RehearsalTest {

    @Inject
    Rehearsal rehearsal;

    @Inject
    RoutingConfig config;

    @Inject
    Event<Able> able;

    @Inject
    Scheduler scheduler;

    @Inject
    MeterRegistry metrics;

    @Inject
    MockMailbox mails;

    @Test
    void manyWalkTheRoadAtOnceAndNothingIsLeftOrTold() {
        TestOrganisation.ofNewOrganisation();
        double opened = count("patchbay.tickets.opened");
        int sent = mails.getTotalMessagesSent();
        long ticket = TestDatabase.count("select coalesce(max(id), 0) from ticket");
        var walks = Stream.generate(() -> CompletableFuture.runAsync(rehearsal::walk))
                .limit(4)
                .toList();
        walks.forEach(CompletableFuture::join);
        assertEquals(0, TestDatabase.count("select count(*) from ticket where id > " + ticket));
        assertEquals(0, TestDatabase.count("select count(*) from organisation where slug like 'rehearsal-%'"));
        for (var table : tables()) {
            assertEquals(
                    0,
                    TestDatabase.count("select count(*) from `" + table + "` where organisation_id > 0"
                            + " and organisation_id not in (select id from organisation)"),
                    table);
        }
        assertEquals(opened, count("patchbay.tickets.opened"));
        assertEquals(sent, mails.getTotalMessagesSent());
    }

    @Test
    void weAreReadyAfterItAndSayBeforeWhyNot() throws InterruptedException {
        var check = new WarmUp(rehearsal, config, new Shutdown(Duration.ZERO), able, 1);
        var before = check.call();
        assertEquals(Status.DOWN, before.getStatus());
        assertTrue(before.getData().orElseThrow().containsKey("reason"));
        check.prepare();
        assertEquals(Status.UP, check.call().getStatus());
    }

    /** It is halted when the application starts. */
    @Test
    void whatIsScheduledRunsOnceWeAreAble() {
        assertTrue(scheduler.isRunning());
    }

    private double count(String metric) {
        return metrics.counter(metric).count();
    }

    private static List<String> tables() {
        var tables = TestDatabase.list(
                "select c.table_name from information_schema.columns c where c.table_schema = database()"
                        + " and c.column_name = 'organisation_id'",
                row -> row.getString(1));
        assertFalse(tables.isEmpty());
        return tables;
    }
}
