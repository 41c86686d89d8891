package org.patchbay.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Measures many open pages, all of which see everything: their cost while nothing happens, and how long after a
 * response the last and the middle one of them hear of the change.
 */
final class PagesBenchmark {

    private static final int PAGES = Integer.getInteger("benchmark.pages", 2_000);
    private static final int TICKETS = 60;
    private static final int WARM_UP = 20;
    private static final long PAUSE_MILLIS = 250;
    private static final long SETTLING_MILLIS = 10_000;
    private static final long IDLE_MILLIS = 20_000;
    private static final Pattern OPENED = Pattern.compile("\"type\":\"OPENED\",\"ticketId\":(\\d+)");

    private final LoadedCentre centre;
    private final Map<Long, Queue<Long>> arrivals = new ConcurrentHashMap<>();
    private final CountDownLatch greeted = new CountDownLatch(PAGES);
    private final List<WebSocket> open = new ArrayList<>();

    private PagesBenchmark(LoadedCentre centre) {
        this.centre = centre;
    }

    static void measure(Report report, Application application, LoadedCentre centre)
            throws IOException, InterruptedException {
        var pagesBenchmark = new PagesBenchmark(centre);
        var before = application.residentMegabytes();
        double idleBefore = whileNothingHappens(application);
        pagesBenchmark.open();
        double idle = whileNothingHappens(application);
        var after = application.residentMegabytes();
        var latencies = pagesBenchmark.follow();
        pagesBenchmark.close();
        centre.resolveAll();

        report.section(PAGES + " open pages, each of which hears of all");
        before.ifPresent(size -> report.value("resident memory before", size, "MB"));
        after.ifPresent(size -> report.value("resident memory with them", size, "MB"));
        report.value("of a processor while nothing happens, before", idleBefore, "%");
        report.value("of a processor while nothing happens, with them", idle, "%");
        report.value("from an answer to its event p50", latencies.median(), "ms");
        report.value("from an answer to its event p99", latencies.p99(), "ms");
        report.value("from an answer to its event max", latencies.max(), "ms");
    }

    /** The load in per cent of one processor, once the compiler is done with earlier work. */
    private static double whileNothingHappens(Application application) throws IOException, InterruptedException {
        Thread.sleep(SETTLING_MILLIS);
        long processor = application.processorTime().toNanos();
        Thread.sleep(IDLE_MILLIS);
        return (application.processorTime().toNanos() - processor) / 1e4 / IDLE_MILLIS;
    }

    private void open() throws InterruptedException {
        var http = HttpClient.newHttpClient();
        var tokens = List.copyOf(centre.agents().values());
        for (int i = 0; i < PAGES; i++) {
            open.add(feed(http, centre.uri(), tokens.get(i % tokens.size()), new Page()));
        }
        if (!greeted.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException(greeted.getCount() + " pages were not greeted");
        }
    }

    /** The feed as pages open it. */
    static WebSocket feed(HttpClient http, URI server, String token, WebSocket.Listener page) {
        var carried = URLEncoder.encode("quarkus-http-upgrade#Authorization#Bearer " + token, StandardCharsets.UTF_8);
        return http.newWebSocketBuilder()
                .subprotocols("bearer-token-carrier", carried.replace("+", "%20"))
                .buildAsync(URI.create("ws://" + server.getAuthority() + "/api/v1/feed"), page)
                .join();
    }

    /** Opens tickets one after the other, and waits until all pages have heard of each. */
    private Latencies follow() throws IOException, InterruptedException {
        var answered = new ConcurrentHashMap<Long, Long>();
        var measured = new ArrayList<Long>();
        try (var connection = new HttpConnection(centre.uri())) {
            for (int i = 0; i < TICKETS; i++) {
                var customer = centre.customers().get(i % centre.customers().size());
                var order = customer.orders().get(i / centre.customers().size());
                int status = connection.send(HttpConnection.post(
                        "/tickets", customer.token(), "{\"orderNumber\":\"" + order + "\",\"reason\":\"DAMAGED\"}"));
                long now = System.nanoTime();
                if (status != 201) {
                    throw new IllegalStateException("Opening a ticket answers " + status + " " + connection.body());
                }
                long ticket = Fields.number(connection.body(), "id");
                answered.put(ticket, now);
                if (i >= WARM_UP) {
                    measured.add(ticket);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        Thread.sleep(2_000);
        for (long ticket : measured) {
            int heard =
                    arrivals.getOrDefault(ticket, new ConcurrentLinkedQueue<>()).size();
            if (heard != PAGES) {
                throw new IllegalStateException("Of ticket " + ticket + " heard " + heard + " pages");
            }
        }
        return Latencies.of(measured.stream().flatMapToLong(ticket -> arrivals.get(ticket).stream()
                .mapToLong(arrived -> Math.max(0, (arrived - answered.get(ticket)) / 1_000))));
    }

    private void close() {
        open.forEach(WebSocket::abort);
    }

    private final class Page implements WebSocket.Listener {

        private boolean isGreeted;

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            long now = System.nanoTime();
            if (!isGreeted) {
                isGreeted = true;
                greeted.countDown();
            }
            var opened = OPENED.matcher(data);
            if (opened.find()) {
                arrivals.computeIfAbsent(Long.valueOf(opened.group(1)), ticket -> new ConcurrentLinkedQueue<>())
                        .add(now);
            }
            socket.request(1);
            return null;
        }
    }
}
