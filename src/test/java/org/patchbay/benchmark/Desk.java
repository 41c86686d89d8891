package org.patchbay.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The agents' side. As at a desk that shows all active cases, one list, asked for again and again, tells all agents
 * what they hold; each case is then resolved at once with the token of the agent who holds it. Few threads act for the
 * fifty agents, because the load generator shares the cores.
 */
final class Desk implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final int RESOLVERS = 16;
    private static final String ACTIVE_CASES = "/tickets?status=IN_PROGRESS&sort=openedAt&limit=200";

    private final URI uri;
    private final Map<Long, String> agents;
    private final Consumer<String> resolved;
    private final Failures failures;
    private final BlockingQueue<Case> given = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    private record Case(long ticket, long agent, String order) {}

    /** Does its work over one connection. */
    private interface Work {
        void over(HttpConnection connection) throws IOException, InterruptedException;
    }

    /** @param resolved is told the order's number of each resolved case */
    Desk(URI uri, Map<Long, String> agents, Consumer<String> resolved, Failures failures) {
        this.uri = uri;
        this.agents = agents;
        this.resolved = resolved;
        this.failures = failures;
        start("list of cases", this::look);
        for (int i = 0; i < RESOLVERS; i++) {
            start("resolver " + i, this::resolve);
        }
    }

    private void look(HttpConnection connection) throws IOException {
        var request =
                HttpConnection.get(ACTIVE_CASES, agents.values().iterator().next());
        Set<Long> seen = new HashSet<>();
        while (open) {
            long next = System.nanoTime() + LOOK_EVERY.toNanos();
            int status = connection.send(request);
            if (status != 200) {
                failures.add("The list of cases answers " + status + " " + connection.body());
            }
            for (var found : cases(connection.body())) {
                if (seen.add(found.ticket)) {
                    given.add(found);
                }
            }
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void resolve(HttpConnection connection) throws IOException, InterruptedException {
        while (open) {
            var mine = given.poll(100, TimeUnit.MILLISECONDS);
            if (mine == null) {
                continue;
            }
            int status = connection.send(HttpConnection.post(
                    "/tickets/" + mine.ticket + "/resolve", agents.get(mine.agent), "{\"note\":\"Refund issued.\"}"));
            if (status != 200) {
                failures.add("Resolving ticket " + mine.ticket + " answers " + status + " " + connection.body());
            }
            resolved.accept(mine.order);
        }
    }

    /** Reads three fields of each item without building a tree of the whole answer. */
    private static List<Case> cases(String json) {
        var cases = new ArrayList<Case>();
        for (int at = json.indexOf("{\"id\":"); at >= 0; at = json.indexOf("{\"id\":", at + 1)) {
            cases.add(new Case(
                    Long.parseLong(field(json, "\"id\":", at)),
                    Long.parseLong(field(json, "\"agentId\":", at)),
                    field(json, "\"orderNumber\":\"", at)));
        }
        return cases;
    }

    private static String field(String json, String name, int from) {
        int start = json.indexOf(name, from) + name.length();
        int end = start;
        while (",\"}".indexOf(json.charAt(end)) < 0) {
            end++;
        }
        return json.substring(start, end);
    }

    private void start(String name, Work work) {
        var thread = new Thread(
                () -> {
                    try (var connection = new HttpConnection(uri)) {
                        work.over(connection);
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
    public void close() throws InterruptedException {
        open = false;
        for (var thread : threads) {
            thread.join();
        }
    }
}
