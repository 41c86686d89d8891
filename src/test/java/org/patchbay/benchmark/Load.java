package org.patchbay.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import org.patchbay.benchmark.LoadedCentre.Customer;

/** Customers who open tickets and agents who resolve them, through REST, for a while. */
final class Load {

    private static final Duration LAST_RESOLVED_WITHIN = Duration.ofSeconds(30);

    private final LoadedCentre centre;
    private final Pace pace;
    private final Failures failures = new Failures();
    private final Map<String, BlockingQueue<String>> freeOrders = new HashMap<>();
    private final ConcurrentLinkedQueue<Opening> openings = new ConcurrentLinkedQueue<>();
    private final AtomicLong live = new AtomicLong();
    private volatile boolean open = true;

    private record Opening(long due, long answered) {}

    private Load(LoadedCentre centre, Pace pace) {
        this.centre = centre;
        this.pace = pace;
    }

    /** Returns when every ticket is resolved. Tickets of the warm-up are not measured. */
    static Outcome run(LoadedCentre centre, Pace pace, Duration warmUp, Duration measured) throws InterruptedException {
        return new Load(centre, pace).run(warmUp, measured);
    }

    private Outcome run(Duration warmUp, Duration measured) throws InterruptedException {
        var begin = now();
        for (var customer : centre.customers()) {
            var queue = new LinkedBlockingQueue<>(customer.orders());
            customer.orders().forEach(order -> freeOrders.put(order, queue));
        }
        try (var desk = new Desk(centre.uri(), centre.agents(), this::resolved, failures)) {
            var callers = centre.customers().stream().map(this::caller).toList();
            callers.forEach(Thread::start);
            Thread.sleep(warmUp);
            var from = now();
            long fromNanos = System.nanoTime();
            Thread.sleep(measured);
            var to = now();
            long toNanos = System.nanoTime();
            open = false;
            for (var caller : callers) {
                caller.join();
            }
            awaitLastResolved();
            failures.check();
            return Outcome.read(centre, begin, from, to, openingsBetween(fromNanos, toNanos));
        }
    }

    private Thread caller(Customer customer) {
        return new Thread(() -> {
            try (var connection = new HttpConnection(centre.uri())) {
                while (open && failures.none()) {
                    openTicket(customer, connection);
                }
            } catch (IOException | RuntimeException e) {
                failures.add("A customer: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void openTicket(Customer customer, HttpConnection connection) throws IOException, InterruptedException {
        long due = pace.awaitTurn();
        if (due == 0 || !open) {
            return;
        }
        var order = freeOrders.get(customer.orders().getFirst()).take();
        live.incrementAndGet();
        int status = connection.send(HttpConnection.post(
                "/tickets",
                customer.token(),
                "{\"orderNumber\":\"" + order
                        + "\",\"reason\":\"DAMAGED\",\"note\":\"The lamp arrived with a crack.\"}"));
        openings.add(new Opening(due, System.nanoTime()));
        if (status != 201) {
            failures.add("Opening a ticket answers " + status + " " + connection.body());
        }
    }

    private void resolved(String order) {
        live.decrementAndGet();
        freeOrders.get(order).add(order);
        pace.resolved();
    }

    private void awaitLastResolved() throws InterruptedException {
        long deadline = System.nanoTime() + LAST_RESOLVED_WITHIN.toNanos();
        while (live.get() > 0 && failures.none()) {
            if (System.nanoTime() > deadline) {
                failures.add(live + " tickets are not resolved " + LAST_RESOLVED_WITHIN + " after the last was opened");
            }
            Thread.sleep(10);
        }
    }

    private Latencies openingsBetween(long from, long to) {
        List<Opening> all = new ArrayList<>(openings);
        LongStream micros = all.stream()
                .filter(opening -> opening.due >= from && opening.due < to)
                .mapToLong(opening -> (opening.answered - opening.due) / 1_000);
        return Latencies.of(micros);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
