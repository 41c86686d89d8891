package org.patchbay.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * The agents' side. One connection to the feed, of an admin who sees all, tells which agent got which ticket; each
 * ticket is then resolved at once with the token of the agent who holds it. Few threads act for all agents, because the
 * load generator shares the cores.
 */
final class Desk implements AutoCloseable {

    private static final int RESOLVERS = 64;

    private final Map<Long, String> agents;
    private final LongConsumer resolved;
    private final Failures failures;
    private final AtomicLong refused;
    private final BlockingQueue<Case> given = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final FeedSocket feed;
    private volatile boolean open = true;

    private record Case(long ticket, long agent) {}

    /**
     * @param resolved is told the id of each resolved ticket
     * @param refused counts responses of 503
     */
    Desk(LoadedCentre centre, LongConsumer resolved, Failures failures, AtomicLong refused) throws IOException {
        this.agents = centre.agents();
        this.resolved = resolved;
        this.failures = failures;
        this.refused = refused;
        feed = new FeedSocket(centre.uri(), centre.watcher());
        start("feed", this::follow);
        for (int i = 0; i < RESOLVERS; i++) {
            var replica = centre.replica(i);
            start("resolver " + i, () -> resolveAt(replica));
        }
    }

    private void follow() throws IOException {
        try {
            while (open) {
                var event = feed.next();
                if (event.contains("\"type\":\"ASSIGNED\"")) {
                    given.add(new Case(Fields.number(event, "ticketId"), Fields.number(event, "agentId")));
                } else if (event.contains("\"type\":\"RESET\"")) {
                    failures.add("The feed was too fast: " + event);
                }
            }
        } catch (IOException e) {
            // Closing it is the only way to stop waiting for the next event.
            if (open) {
                throw e;
            }
        }
    }

    private void resolveAt(URI replica) throws IOException, InterruptedException {
        try (var connection = new HttpConnection(replica)) {
            while (open) {
                var next = given.poll(100, TimeUnit.MILLISECONDS);
                if (next != null) {
                    resolve(next, connection);
                }
            }
        }
    }

    private void resolve(Case held, HttpConnection connection) throws IOException, InterruptedException {
        var request = HttpConnection.post(
                "/tickets/" + held.ticket + "/resolve", agents.get(held.agent), "{\"note\":\"Refund issued.\"}");
        int status = connection.sendPatiently(request, refused);
        if (status != 200) {
            failures.add("Resolving ticket " + held.ticket + " answers " + status + " " + connection.body());
        }
        resolved.accept(held.ticket);
    }

    private void start(String name, Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | RuntimeException e) {
                        failures.add(name + ": " + e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        threads.add(thread);
        thread.start();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        open = false;
        feed.close();
        for (var thread : threads) {
            thread.join();
        }
    }

    /** A thread's. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
