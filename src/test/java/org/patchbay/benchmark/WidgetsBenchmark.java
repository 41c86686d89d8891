package org.patchbay.benchmark;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Measures open widgets, each with a chat before it that its customer looks at: the memory that they cost, and the work
 * while nobody writes.
 */
final class WidgetsBenchmark {

    private static final int WIDGETS = Integer.getInteger("benchmark.widgets", 2_000);
    private static final int BEATING = 4;
    /** As the pages tell that somebody looks. */
    private static final Duration BEAT = Duration.ofSeconds(20);

    private static final Duration TRAINING = Duration.ofSeconds(30);
    private static final Duration OPEN = Duration.ofSeconds(60);
    private static final Map<String, String> MANY_PAGES_OF_A_CUSTOMER =
            Map.of("patchbay.feed.per-account", Integer.toString(WIDGETS));
    private static final String LOOKS =
            "{\"state\":\"LOOKING\",\"page\":\"https://shop.example/lamps/42\",\"language\":\"en\"}";

    private final LoadedCentre centre;
    private final List<Long> conversations = new ArrayList<>();
    private final Failures failures = new Failures();

    private WidgetsBenchmark(LoadedCentre centre) {
        this.centre = centre;
    }

    static void measure(Report report) throws SQLException, InterruptedException, IOException {
        try (var database = Database.fresh("_widgets");
                var application = Application.start(database, MANY_PAGES_OF_A_CUSTOMER)) {
            new WidgetsBenchmark(application.centre()).measure(report, database, application);
        }
    }

    private void measure(Report report, Database database, Application application)
            throws InterruptedException, IOException {
        beginChats();
        // So that the memory of code that runs for the first time is not that of widgets.
        look(TRAINING);
        var before = application.residentMegabytes();
        var sockets = open();
        var meter = new Meter(database, application);
        meter.begins();
        look(OPEN);
        meter.ends();
        var after = application.residentMegabytes();
        sockets.forEach(WebSocket::abort);
        failures.check();
        double rate = WIDGETS / (double) BEAT.toSeconds();
        report.section(WIDGETS + " open widgets, each with a chat");
        if (before.isPresent() && after.isPresent()) {
            report.value("resident memory before", before.getAsLong(), "MB");
            report.atMost("more with them", after.getAsLong() - before.getAsLong(), "MB", 150);
        }
        report.value("statements of a sign of life", meter.count(Meter.Count.STATEMENTS, rate), "/sign");
        meter.processor(Meter.Party.APPLICATION, 1)
                .ifPresent(millis -> report.value("of a processor while nobody writes", millis / 10, "%"));
    }

    private void beginChats() throws IOException {
        try (var connection = new HttpConnection(centre.uri())) {
            for (int i = 0; i < WIDGETS; i++) {
                int status = connection.send(
                        HttpConnection.post("/conversations", token(i), "{\"text\":\"Where is my parcel?\"}"));
                if (status != 201) {
                    throw new IllegalStateException("/conversations answers " + status + " " + connection.body());
                }
                conversations.add(Fields.number(connection.body(), "id"));
            }
        }
    }

    private String token(int widget) {
        return centre.customers().get(widget % centre.customers().size()).token();
    }

    private List<WebSocket> open() throws InterruptedException {
        var http = HttpClient.newHttpClient();
        var greeted = new CountDownLatch(WIDGETS);
        var sockets = IntStream.range(0, WIDGETS)
                .mapToObj(i -> PagesBenchmark.feed(http, centre.uri(), token(i), new Widget(greeted)))
                .toList();
        if (!greeted.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException(greeted.getCount() + " widgets were not greeted");
        }
        return sockets;
    }

    /** Each widget tells again and again that somebody looks. */
    private void look(Duration time) throws InterruptedException {
        var pace = Pace.fixed(WIDGETS / (double) BEAT.toSeconds());
        long end = System.nanoTime() + time.toNanos();
        var beating = IntStream.range(0, BEATING)
                .mapToObj(first -> Thread.ofPlatform().start(() -> beat(first, pace, end)))
                .toList();
        for (var thread : beating) {
            thread.join();
        }
    }

    private void beat(int first, Pace pace, long end) {
        try (var connection = new HttpConnection(centre.uri())) {
            for (int i = first; System.nanoTime() < end && failures.none(); i = (i + BEATING) % WIDGETS) {
                pace.awaitTurn();
                var path = "/conversations/" + conversations.get(i) + "/activity";
                int status = connection.send(HttpConnection.put(path, token(i), LOOKS));
                if (status != 200) {
                    failures.add(path + " answers " + status + " " + connection.body());
                }
            }
        } catch (IOException e) {
            failures.add("A widget: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Widget(CountDownLatch greeted) implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            if (data.toString().contains("\"type\":\"HELLO\"")) {
                greeted.countDown();
            }
            socket.request(1);
            return null;
        }
    }
}
