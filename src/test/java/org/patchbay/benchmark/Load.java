package org.patchbay.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import org.patchbay.benchmark.LoadedCentre.Customer;

/** Customers who open tickets and agents who resolve them, through REST, for a while. */
final class Load {

    private static final Duration LAST_RESOLVED_WITHIN = Duration.ofSeconds(30);
    private static final String RESOLVED = "";

    private final LoadedCentre centre;
    private final Pace pace;
    private final Window window;
    private final Failures failures = new Failures();
    private final Map<String, BlockingQueue<String>> freeOrders = new HashMap<>();
    /** The order of each ticket; {@link #RESOLVED} where that was faster than the response to its opening. */
    private final Map<Long, String> orders = new ConcurrentHashMap<>();

    private final ConcurrentLinkedQueue<Opening> openings = new ConcurrentLinkedQueue<>();
    private final AtomicLong live = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean open = true;

    private record Opening(long due, long answered) {}

    /** Hears when the measured time begins and ends. */
    interface Window {

        void begins();

        void ends();
    }

    private static final Window UNOBSERVED = new Window() {

        @Override
        public void begins() {
            // Nobody counts anything.
        }

        @Override
        public void ends() {
            // Nobody counted anything.
        }
    };

    private Load(LoadedCentre centre, Pace pace, Window window) {
        this.centre = centre;
        this.pace = pace;
        this.window = window;
    }

    /** Returns when every ticket is resolved. Tickets of the warm-up are not measured. */
    static Outcome run(LoadedCentre centre, Pace pace, Duration warmUp, Duration measured)
            throws IOException, InterruptedException {
        return run(centre, pace, warmUp, measured, UNOBSERVED);
    }

    /** As {@link #run(LoadedCentre, Pace, Duration, Duration)}, and tells the window of its measured time. */
    static Outcome run(LoadedCentre centre, Pace pace, Duration warmUp, Duration measured, Window window)
            throws IOException, InterruptedException {
        return new Load(centre, pace, window).run(warmUp, measured);
    }

    private Outcome run(Duration warmUp, Duration measured) throws IOException, InterruptedException {
        var begin = now();
        for (var customer : centre.customers()) {
            var queue = new LinkedBlockingQueue<>(customer.orders());
            customer.orders().forEach(order -> freeOrders.put(order, queue));
        }
        try (var desk = new Desk(centre, this::resolved, failures, refused)) {
            var callers = new ArrayList<Thread>();
            for (var customer : centre.customers()) {
                callers.add(caller(customer, centre.replica(callers.size())));
            }
            callers.forEach(Thread::start);
            Thread.sleep(warmUp);
            window.begins();
            var from = now();
            long fromNanos = System.nanoTime();
            Thread.sleep(measured);
            var to = now();
            long toNanos = System.nanoTime();
            window.ends();
            open = false;
            for (var caller : callers) {
                caller.join();
            }
            awaitLastResolved();
            failures.check();
            if (refused.get() > 0) {
                System.out.println("benchmark: repeated " + refused + " requests that were answered with 503");
            }
            return Outcome.read(centre, begin, from, to, openingsBetween(fromNanos, toNanos));
        }
    }

    private Thread caller(Customer customer, URI replica) {
        return new Thread(() -> {
            try (var connection = new HttpConnection(replica)) {
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
        var request = HttpConnection.post(
                "/tickets",
                customer.token(),
                "{\"orderNumber\":\"" + order
                        + "\",\"reason\":\"DAMAGED\",\"note\":\"The lamp arrived with a crack.\"}");
        int status = connection.sendPatiently(request, refused);
        openings.add(new Opening(due, System.nanoTime()));
        if (status != 201) {
            failures.add("Opening a ticket answers " + status + " " + connection.body());
            return;
        }
        long ticket = Fields.number(connection.body(), "id");
        if (orders.putIfAbsent(ticket, order) != null) {
            over(ticket, order);
        }
    }

    private void resolved(long ticket) {
        var order = orders.putIfAbsent(ticket, RESOLVED);
        if (order != null) {
            over(ticket, order);
        }
    }

    private void over(long ticket, String order) {
        orders.remove(ticket);
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
