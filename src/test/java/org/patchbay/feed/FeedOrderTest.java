package org.patchbay.feed;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.events.EventLog;
import org.patchbay.events.NewEvent;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.testing.FeedClient;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;

/** However transactions overlap: numbers have no gaps, and every client hears each event once, in one order. */
@QuarkusTest
class FeedOrderTest {

    private static final int WRITERS = 16;
    private static final int TRANSACTIONS = 25;
    private static final int READERS = 4;
    private static final int REPLICAS = 3;
    private static final NewEvent.PresenceState PRESENT = new NewEvent.PresenceState("AVAILABLE", Set.of());

    @TestHTTPResource("/")
    URI server;

    @Inject
    CurrentOrganisation currentOrganisation;

    private TestOrganisation house;
    private long organisation;
    private final Set<Long> committed = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void found() {
        house = TestOrganisation.ofNewOrganisation();
        organisation = TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
    }

    @Test
    void everyReaderHearsEachEventOnceInOneOrderWithoutGaps() throws Exception {
        try (var first = FeedClient.open(server, house.admin().token(), null);
                var watchers = new Watchers()) {
            var readers = new ArrayList<Reader>();
            long start = first.greeting().path("number").asLong();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var writing = new ArrayList<Future<?>>();
                var reading = new ArrayList<Future<?>>();
                for (int i = 0; i < WRITERS; i++) {
                    int writer = i;
                    writing.add(threads.submit(() -> write(writer)));
                }
                for (int i = 0; i < READERS; i++) {
                    var reader = new Reader(start, new Random(i));
                    readers.add(reader);
                    reading.add(threads.submit(reader));
                }
                try {
                    for (var each : writing) {
                        each.get();
                    }
                    await().until(() -> first.events().size() >= committed.size());
                    for (var reader : readers) {
                        await().until(() -> reader.heard.size() >= committed.size());
                    }
                } finally {
                    readers.forEach(reader -> reader.over = true);
                }
                for (var each : reading) {
                    each.get();
                }
            }
            var heard = List.copyOf(first.events());
            assertEquals(
                    LongStream.rangeClosed(start + 1, start + committed.size())
                            .boxed()
                            .toList(),
                    heard.stream().map(event -> event.path("number").asLong()).toList(),
                    "numbers");
            assertEquals(
                    committed,
                    new HashSet<>(heard.stream().map(FeedOrderTest::mark).toList()),
                    "events");
            for (var reader : readers) {
                assertEquals(heard, reader.heard, "what one reader heard, who was cut off again and again");
            }
            eachWriterIsHeardInTheOrderOfTheirWriting(heard);
            watchers.sawNoGap();
        }
    }

    private static void eachWriterIsHeardInTheOrderOfTheirWriting(List<JsonNode> heard) {
        var last = new HashMap<Long, Long>();
        for (var event : heard) {
            long mark = mark(event);
            var before = last.put(mark / 1_000_000, mark);
            assertTrue(before == null || before < mark, mark + " was heard after " + before);
        }
    }

    private static long mark(JsonNode event) {
        return event.path("agentId").asLong();
    }

    /** Writes transactions of one to three events that take their time, and are sometimes rolled back. */
    private Void write(int writer) {
        var random = new Random(writer);
        long mark = (writer + 1) * 1_000_000L;
        for (int i = 0; i < TRANSACTIONS; i++) {
            var marks = new ArrayList<Long>();
            for (int j = 0; j <= random.nextInt(3); j++) {
                marks.add(++mark);
            }
            boolean commits = random.nextInt(5) > 0;
            currentOrganisation.in(organisation, () -> {
                QuarkusTransaction.begin();
                for (long each : marks) {
                    EventLog.append(NewEvent.ofPresence(organisation, each, PRESENT, Times.now()));
                    pause(random.nextInt(8));
                }
                if (commits) {
                    QuarkusTransaction.commit();
                } else {
                    QuarkusTransaction.rollback();
                }
            });
            if (commits) {
                committed.addAll(marks);
            }
        }
        return null;
    }

    /** Listens, is cut off after a while, and comes back with the last number it heard. */
    private final class Reader implements Callable<Void> {

        private final List<JsonNode> heard = Collections.synchronizedList(new ArrayList<>());
        private final Random random;
        private volatile boolean over;
        private long last;

        Reader(long start, Random random) {
            this.last = start;
            this.random = random;
        }

        @Override
        public Void call() {
            while (!over) {
                try (var feed = FeedClient.open(server, house.admin().token(), last)) {
                    assertEquals("HELLO", feed.greeting().path("type").asText());
                    assertEquals(last, feed.greeting().path("number").asLong());
                    pause(50 + random.nextInt(200));
                    var events = List.copyOf(feed.events());
                    if (!events.isEmpty()) {
                        last = events.getLast().path("number").asLong();
                        heard.addAll(events);
                    }
                }
            }
            return null;
        }
    }

    /** Readers of the table, as other replicas are: whenever they look, they see all up to the last number. */
    private final class Watchers implements AutoCloseable {

        private final AtomicBoolean over = new AtomicBoolean();
        private final List<Thread> threads = new ArrayList<>();
        private final Set<String> gaps = ConcurrentHashMap.newKeySet();

        Watchers() {
            for (int i = 0; i < REPLICAS; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    while (!over.get()) {
                        look();
                        pause(3);
                    }
                }));
            }
        }

        private void look() {
            var seen = TestDatabase.list(
                    "select number from event where organisation_id = " + organisation + " order by number",
                    row -> row.getLong(1));
            var whole = LongStream.rangeClosed(1, seen.size()).boxed().toList();
            if (!seen.equals(whole)) {
                gaps.add(seen.toString());
            }
        }

        void sawNoGap() {
            assertEquals(Set.of(), gaps);
        }

        @Override
        public void close() throws InterruptedException {
            over.set(true);
            for (var thread : threads) {
                thread.join();
            }
        }
    }

    private static void pause(int millis) {
        Patience.pause(Duration.ofMillis(millis));
    }
}
