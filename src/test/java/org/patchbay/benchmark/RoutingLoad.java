package org.patchbay.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.patchbay.benchmark.BigCentre.Pool;

/** Has an application route tickets, through REST, as often as it can or at a rate. */
final class RoutingLoad implements AutoCloseable {

    /** As many as resolve the tickets of the life cycle. */
    private static final int CLIENTS = 64;

    private static final Duration WORK = Duration.ofMillis(300);

    private final Database database;
    private final List<Rest> applications;
    private final Failures failures = new Failures();
    private final AtomicLong refused = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    /** A repeated task with an application. */
    private interface Task {
        void with(Rest application, HttpConnection connection) throws IOException, InterruptedException;
    }

    /** A ticket that will be resolved. */
    private record Held(String ticket, long at) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    RoutingLoad(Database database, List<Rest> applications) {
        this.database = database;
        this.applications = applications;
    }

    /** Lets agents of the busy queues resolve their tickets, and have the next ticket when that is answered. */
    RoutingLoad agentsResolve(BigCentre centre) {
        var held = new ConcurrentLinkedQueue<Long>();
        for (int i = 0; i < CLIENTS; i++) {
            start(i, (application, connection) -> {
                var ticket = held.poll();
                if (ticket != null) {
                    resolve(connection, application, ticket);
                } else {
                    refill(held, centre);
                }
            });
        }
        return this;
    }

    /** Lets tickets come while agents are free, who resolve them after some time. */
    RoutingLoad ticketsCome(List<Pool> pools, Pace pace) {
        var random = new Random(11);
        var held = new DelayQueue<Held>();
        for (int i = 0; i < CLIENTS; i++) {
            start(i, (application, connection) -> {
                if (pace.awaitTurn() == 0) {
                    return;
                }
                Pool pool;
                synchronized (random) {
                    pool = pools.get(random.nextInt(pools.size()));
                }
                expect(201, connection, "/tickets", application.token(), pool.ticket());
                var id = connection.body().replaceFirst("(?s)^\\{\"id\":(\\d+),.*$", "$1");
                held.add(new Held(id, System.nanoTime() + WORK.toNanos()));
            });
            start(i, (application, connection) -> {
                var due = held.poll(100, TimeUnit.MILLISECONDS);
                if (due != null) {
                    int status = connection.sendPatiently(
                            HttpConnection.post("/tickets/" + due.ticket + "/resolve", application.token(), "{}"),
                            refused);
                    if (status == 409) {
                        held.add(new Held(due.ticket, System.nanoTime() + WORK.toNanos()));
                    } else if (status == 200) {
                        pace.resolved();
                    } else {
                        failures.add("Resolving answers " + status + " " + connection.body());
                    }
                }
            });
        }
        return this;
    }

    /** The times to assignment of the tickets that were opened in this time. */
    Latencies assignment(Duration warmUp, Duration measured) throws InterruptedException {
        Thread.sleep(warmUp);
        var from = now();
        Thread.sleep(measured);
        var to = now();
        close();
        var micros = database.list(
                "select timestampdiff(microsecond, t.opened_at, min(a.assigned_at)) from ticket t join assignment a"
                        + " on a.ticket_id = t.id where t.opened_at >= '" + from + "' and t.opened_at < '" + to
                        + "' group by t.id, t.opened_at",
                row -> row.getLong(1));
        return Latencies.of(micros.stream().mapToLong(Long::longValue));
    }

    /** The number of tickets that were given to agents in a second. */
    double rate(Duration warmUp, Duration measured) throws InterruptedException {
        Thread.sleep(warmUp);
        MatcherWork.forget(database);
        var from = now();
        long start = System.nanoTime();
        Thread.sleep(measured);
        var to = now();
        double seconds = (System.nanoTime() - start) / 1e9;
        return database.number("select count(*) from assignment where assigned_at >= '" + from + "' and assigned_at < '"
                        + to + "'")
                / seconds;
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        for (var thread : threads) {
            thread.join();
        }
        failures.check();
        if (refused.get() > 0) {
            System.out.println("benchmark: repeated " + refused + " requests that were answered with 503");
        }
    }

    private String now() {
        return database.text("select utc_timestamp(6)");
    }

    private synchronized void refill(ConcurrentLinkedQueue<Long> held, BigCentre centre) {
        if (held.isEmpty()) {
            var more = centre.held();
            Collections.shuffle(more, new Random(13));
            held.addAll(more);
            if (more.isEmpty()) {
                failures.add("Nobody holds anything");
            }
        }
    }

    /** The ticket may be resolved already where the list was made meanwhile. */
    private void resolve(HttpConnection connection, Rest application, long ticket)
            throws IOException, InterruptedException {
        var request = HttpConnection.post("/tickets/" + ticket + "/resolve", application.token(), "{}");
        int status = connection.sendPatiently(request, refused);
        if (status != 200 && status != 409) {
            failures.add("Resolving answers " + status + " " + connection.body());
        }
    }

    private void expect(int status, HttpConnection connection, String path, String token, String json)
            throws IOException, InterruptedException {
        int answered = connection.sendPatiently(HttpConnection.post(path, token, json), refused);
        if (answered != status) {
            failures.add(path + " answers " + answered + " " + connection.body());
        }
    }

    private void start(int client, Task task) {
        var application = applications.get(client % applications.size());
        var thread = new Thread(() -> {
            try (var connection = new HttpConnection(application.uri())) {
                while (open && failures.none()) {
                    task.with(application, connection);
                }
            } catch (IOException | RuntimeException e) {
                failures.add("A client: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        threads.add(thread);
        thread.start();
    }
}
