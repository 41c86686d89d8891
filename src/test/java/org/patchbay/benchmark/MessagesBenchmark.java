package org.patchbay.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.patchbay.benchmark.LoadedCentre.Customer;
import org.patchbay.benchmark.Meter.Count;

/**
 * Measures conversations: customers write at a fixed rate, each message in one of many conversations, and a page of an
 * admin, who sees them all, reads each message once its feed tells of it. Then one long conversation is opened.
 */
final class MessagesBenchmark {

    private static final int CONVERSATIONS = Integer.getInteger("benchmark.conversations", 1_000);
    private static final int RATE = Integer.getInteger("benchmark.messages", 200);
    private static final int LONG = Integer.getInteger("benchmark.long-conversation", 100_000);
    private static final int WRITERS = 32;
    private static final int READERS = 16;
    private static final int OPENINGS = 20;
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final Duration WRITING = Duration.ofSeconds(15);
    private static final Pattern SAID = Pattern.compile("\"conversationId\":(\\d+),\"messageNumber\":(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("\"conversationId\":(\\d+),\"number\":(\\d+)");

    private final LoadedCentre centre;
    private final List<Long> conversations = new ArrayList<>();
    private final Failures failures = new Failures();
    private final List<Thread> threads = new ArrayList<>();
    /** When each message was due, and when it was read, by conversation and number. */
    private final Map<String, Long> due = new ConcurrentHashMap<>();

    private final Map<String, Long> read = new ConcurrentHashMap<>();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final Queue<Long> answered = new ConcurrentLinkedQueue<>();
    private volatile boolean open = true;
    private volatile boolean measuring;
    private volatile boolean reading = true;

    private MessagesBenchmark(LoadedCentre centre) {
        this.centre = centre;
    }

    /** A repeated task with a connection. */
    private interface Task {
        void with(HttpConnection connection) throws IOException, InterruptedException;
    }

    static void measure(Report report) throws SQLException, InterruptedException, IOException {
        try (var database = Database.fresh("_messages");
                var application = Application.start(database)) {
            var benchmark = new MessagesBenchmark(application.centre());
            benchmark.begin();
            benchmark.talk(report, database, application);
            benchmark.openLong(report, database, application.rest());
        }
    }

    /** Each customer has some of the conversations. */
    private void begin() throws IOException {
        try (var connection = new HttpConnection(centre.uri())) {
            for (int i = 0; i < CONVERSATIONS; i++) {
                var request = HttpConnection.post("/conversations", customer(i).token(), "{\"text\":\"Hello?\"}");
                int status = connection.send(request);
                if (status != 201) {
                    throw new IllegalStateException("/conversations answers " + status + " " + connection.body());
                }
                conversations.add(Long.valueOf(connection.body().replaceFirst("(?s)^\\{\"id\":(\\d+),.*$", "$1")));
            }
        }
    }

    private Customer customer(int conversation) {
        return centre.customers().get(conversation % centre.customers().size());
    }

    private void talk(Report report, Database database, Application application)
            throws InterruptedException, IOException {
        var random = new Random(17);
        var pace = Pace.fixed(RATE);
        try (var feed = new FeedSocket(centre.uri(), centre.watcher())) {
            var listener = new Thread(() -> listen(feed));
            listener.start();
            IntStream.range(0, WRITERS).forEach(i -> start(connection -> write(connection, pace, random)));
            IntStream.range(0, READERS).forEach(i -> start(this::readNext));
            Thread.sleep(Benchmark.WARM_UP);
            var both = new Meter(database, application);
            measuring = true;
            both.begins();
            Thread.sleep(MEASURED);
            both.ends();
            measuring = false;
            // The last ones are on their way.
            Thread.sleep(1_000);
            reading = false;
            var writing = new Meter(database, application);
            writing.begins();
            Thread.sleep(WRITING);
            writing.ends();
            open = false;
            for (var thread : threads) {
                thread.join();
            }
            failures.check();
            int sent = answered.size();
            double rate = sent / (double) MEASURED.toSeconds();
            report.section("conversations: " + RATE + " messages/s in " + CONVERSATIONS);
            report.value("messages", rate, "1/s");
            report.value("sent to answered p50", latencies(answered).median(), "ms");
            report.value("sent to answered p99", latencies(answered).p99(), "ms");
            var unseen = due.keySet().stream()
                    .filter(message -> !read.containsKey(message))
                    .count();
            if (unseen > 0) {
                throw new IllegalStateException("Of " + sent + " messages " + unseen + " were not seen");
            }
            var toSeen = Latencies.of(
                    due.entrySet().stream().mapToLong(each -> (read.get(each.getKey()) - each.getValue()) / 1_000));
            report.value("sent to seen p50", toSeen.median(), "ms");
            report.atMost("sent to seen p99", toSeen.p99(), "ms", 100);
            report.atMost("statements to write one", writing.count(Count.STATEMENTS, RATE), "/message", 3);
            report.atMost("commits to write one", writing.count(Count.COMMITS, RATE), "/message", 1);
            report.value("statements, with the page's reading", both.count(Count.STATEMENTS, rate), "/message");
            both.processor(Meter.Party.APPLICATION, rate)
                    .ifPresent(millis -> report.value("processor time of the application", millis, "ms/message"));
            both.processor(Meter.Party.DATABASE, rate)
                    .ifPresent(millis -> report.value("processor time of MySQL", millis, "ms/message"));
            both.printStatements(rate, "a message");
        }
    }

    private static Latencies latencies(Queue<Long> micros) {
        return Latencies.of(micros.stream().mapToLong(Long::longValue));
    }

    private void write(HttpConnection connection, Pace pace, Random random) throws IOException, InterruptedException {
        long turn = pace.awaitTurn();
        int some;
        synchronized (random) {
            some = random.nextInt(CONVERSATIONS);
        }
        var message = "{\"text\":\"Where is my parcel? It was to come on Monday.\",\"clientId\":\"" + UUID.randomUUID()
                + "\"}";
        boolean counts = measuring;
        var path = "/conversations/" + conversations.get(some) + "/messages";
        int status = connection.send(HttpConnection.post(path, customer(some).token(), message));
        var number = NUMBER.matcher(connection.body());
        if (status != 201 || !number.find()) {
            failures.add(path + " answers " + status + " " + connection.body());
        } else if (counts) {
            answered.add((System.nanoTime() - turn) / 1_000);
            due.put(number.group(1) + "/" + number.group(2), turn);
        }
    }

    private void listen(FeedSocket feed) {
        try {
            while (open) {
                var said = SAID.matcher(feed.next());
                if (said.find()) {
                    told.add(said.group(1) + "/" + said.group(2));
                }
            }
        } catch (EOFException closed) {
            // All was heard.
        } catch (IOException e) {
            if (open) {
                failures.add("The feed: " + e);
            }
        }
    }

    private void readNext(HttpConnection connection) throws IOException, InterruptedException {
        var message = told.poll();
        if (message == null || !reading) {
            Thread.sleep(1);
            return;
        }
        var parts = message.split("/");
        long number = Long.parseLong(parts[1]);
        int status = connection.send(HttpConnection.get(
                "/conversations/" + parts[0] + "/messages?limit=1&after=" + (number - 1), centre.watcher()));
        if (status != 200 || !connection.body().contains("\"number\":" + number + ",")) {
            failures.add("Message " + message + " is read as " + status + " " + connection.body());
        }
        read.put(message, System.nanoTime());
    }

    private void start(Task task) {
        var thread = new Thread(() -> {
            try (var connection = new HttpConnection(centre.uri())) {
                while (open && failures.none()) {
                    task.with(connection);
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

    /** Its last page, and one in its middle. */
    private void openLong(Report report, Database database, Rest rest) {
        long conversation = conversations.getFirst();
        database.execute(
                "set session cte_max_recursion_depth = " + LONG,
                "insert into event (organisation_id, number, type, ticket_id, status, customer_id, group_id, queue_id,"
                        + " actor_id, at) with recursive n (i) as (select 1 union all select i + 1 from n where i < "
                        + LONG + ") select t.organisation_id, -i, 'SAID', t.id, t.status, t.customer_id, t.group_id,"
                        + " t.queue_id, t.customer_id, t.opened_at from n join ticket t on t.id = " + conversation,
                "insert into message (organisation_id, conversation_id, number, ticket_id, event_number, audience,"
                        + " author_id, author_name, by_customer, text, at) select e.organisation_id, e.ticket_id,"
                        + " 1000000 - e.number, e.ticket_id, e.number, 'PUBLIC', e.actor_id, 'Customer', true,"
                        + " 'Where is my parcel? It was to come on Monday.', e.at from event e where e.number < 0"
                        + " and e.ticket_id = " + conversation,
                "analyze table message, event");
        report.section(String.format(Locale.ROOT, "a conversation of %,d messages", LONG));
        report.atMost("its last 50", opening(rest, conversation, "limit=50"), "ms", 300);
        report.atMost(
                "50 in its middle",
                opening(rest, conversation, "limit=50&before=" + (1_000_000 + LONG / 2)),
                "ms",
                300);
    }

    /** @return the median, with who takes part in it */
    private static double opening(Rest rest, long conversation, String which) {
        var micros = LongStream.builder();
        for (int i = 0; i < OPENINGS; i++) {
            long start = System.nanoTime();
            rest.get("/conversations/" + conversation);
            var page = rest.get("/conversations/" + conversation + "/messages?" + which);
            micros.add((System.nanoTime() - start) / 1_000);
            if (page.body().path("items").size() != 50) {
                throw new IllegalStateException("A conversation is read as " + page);
            }
        }
        return Latencies.of(micros.build()).median();
    }
}
