package org.patchbay.proof;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Client;
import org.patchbay.testing.FeedClient;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;

import com.fasterxml.jackson.databind.JsonNode;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * People talk over several replicas, of which one is killed again and again, and whose lines are cut: everybody reads
 * every message once, in one order.
 */
class ConversationsIT {

    private static final int CONVERSATIONS = 6;
    private static final int PAGE = 200;

    private static Pair pair;

    private final List<URI> replicas = new CopyOnWriteArrayList<>();
    private SupportCentre centre;

    /** Somebody who writes, or only reads, in a conversation. */
    private record Person(Client client, long conversation) {

        /** @return the number of each message, in the order in which they were sent */
        List<Long> says(String who) {
            return IntStream.range(0, Size.MESSAGES)
                    .mapToObj(i -> client.post("/conversations/" + conversation + "/messages", message(who, i))
                            .as(201)
                            .body()
                            .path("number")
                            .asLong())
                    .toList();
        }

        String activity() {
            return "/conversations/" + conversation + "/activity";
        }

        private static Map<String, String> message(String who, int i) {
            return Map.of("text", who + " " + i, "clientId", UUID.randomUUID().toString());
        }

        List<JsonNode> messagesAfter(long number) {
            var found = new ArrayList<JsonNode>();
            client.get("/conversations/" + conversation + "/messages?limit=" + PAGE + "&after=" + number)
                    .as(200)
                    .body()
                    .path("items")
                    .forEach(found::add);
            return found;
        }
    }

    @BeforeAll
    static void open() {
        pair = Pair.fresh();
    }

    @Test
    void everybodyReadsEveryMessageOnceAndInOneOrderWhateverDies() throws Exception {
        replicas.addAll(pair.uris());
        var victim = pair.startOther("victim-0", Map.of()).awaitReady();
        replicas.add(victim.uri());
        centre = SupportCentre.of(replicas, 1, CONVERSATIONS, 1);
        centre.everybodyIs("AVAILABLE");
        var customers = IntStream.range(0, CONVERSATIONS).mapToObj(this::begun).toList();
        int expected = 1 + 2 * Size.MESSAGES;
        var said = new ArrayList<Future<List<Long>>>();
        var read = new ArrayList<Future<List<Long>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var customer : customers) {
                var agent = new Person(centre.agents().getFirst().client(), customer.conversation);
                for (var person : List.of(customer, agent)) {
                    said.add(threads.submit(() -> person.says(person.equals(agent) ? "agent" : "customer")));
                    read.add(threads.submit(() -> new Page(person).read(expected)));
                }
            }
            for (int kill = 1; kill <= Size.KILLS; kill++) {
                int enough = CONVERSATIONS * Size.MESSAGES * kill / (Size.KILLS + 1);
                Patience.await().until(() -> TestDatabase.count("select count(*) from message") >= enough);
                victim.kill();
                victim = pair.startOther("victim-" + kill, Map.of()).awaitReady();
                replicas.add(victim.uri());
            }
            for (var numbers : said) {
                assertEquals(numbers.get().stream().sorted().toList(), numbers.get(), "their own order");
            }
            for (var numbers : read) {
                assertEquals(LongStream.rangeClosed(1, expected).boxed().toList(), numbers.get());
            }
        } finally {
            victim.close();
        }
        assertEquals(
                CONVERSATIONS * expected,
                TestDatabase.count("select count(distinct conversation_id, number) from message"));
        assertEquals(
                CONVERSATIONS * 2 * Size.MESSAGES, TestDatabase.count("select count(distinct client_id) from message"));
        assertEquals(0, TestDatabase.count("select count(*) from conversation where last_number <> " + expected));
    }

    @Test
    void whoeverTypesIsSeenAcrossReplicas() {
        centre = SupportCentre.of(List.of(pair.left().uri()), 1, 1, 1);
        centre.everybodyIs("AVAILABLE");
        var customer = begun(0);
        var agent = centre.agents().getFirst().client();
        try (var page = FeedClient.open(pair.right().uri(), customer.client.token(), null)) {
            customer.client.put(customer.activity(), Map.of("state", "LOOKING")).as(200);
            // The broker is quick, but no promise is made when the other replica hears.
            Patience.await().until(() -> {
                agent.put(customer.activity(), Map.of("state", "TYPING", "audience", "PUBLIC"))
                        .as(200);
                return page.events().stream()
                        .anyMatch(event -> event.path("type").asText().equals("ACTIVITY"));
            });
        }
    }

    private Person begun(int i) {
        var client = centre.customer("customer" + i, 0);
        long conversation =
                client.post("/conversations", Map.of("text", "Hello?")).as(201).id();
        Patience.await()
                .until(() -> centre.ticket(conversation).path("status").asText().equals("IN_PROGRESS"));
        return new Person(client, conversation);
    }

    /**
     * A page: it reads what comes after the last message that it has, but only where its feed tells of one. Its line is
     * cut now and then, and it comes back to any replica, with the last number that it heard.
     */
    private final class Page {

        private final Person reader;
        private final List<Long> numbers = new ArrayList<>();
        private @Nullable Long heard;

        private Page(Person reader) {
            this.reader = reader;
        }

        List<Long> read(int expected) {
            while (numbers.size() < expected) {
                try (var feed = connected(reader, heard)) {
                    follow(feed, ThreadLocalRandom.current().nextInt(5, 40), expected);
                }
            }
            return numbers;
        }

        private void follow(FeedClient feed, int events, int expected) {
            int looked = 0;
            while (feed.closed() == 0 && looked < events && numbers.size() < expected) {
                int known = looked;
                Patience.await().until(() -> feed.closed() != 0 || feed.all().size() > known);
                var told = List.copyOf(feed.all());
                told.subList(known, told.size()).forEach(this::hear);
                looked = told.size();
            }
        }

        private void hear(JsonNode event) {
            heard = event.path("number").asLong();
            boolean startsAnew =
                    numbers.isEmpty() || event.path("type").asText().equals("RESET");
            if (startsAnew
                    || event.path("conversationId").asLong() == reader.conversation
                            && event.path("messageNumber").asLong() > last()) {
                readOn();
            }
        }

        private void readOn() {
            int more;
            do {
                var messages = reader.messagesAfter(last());
                messages.forEach(message -> numbers.add(message.path("number").asLong()));
                more = messages.size();
            } while (more == PAGE);
        }

        private long last() {
            return numbers.isEmpty() ? 0 : numbers.getLast();
        }
    }

    private FeedClient connected(Person person, @Nullable Long heard) {
        while (true) {
            var replica = replicas.get(ThreadLocalRandom.current().nextInt(replicas.size()));
            try {
                return FeedClient.open(replica, person.client.token(), heard);
            } catch (RuntimeException dead) {
                // Another one is not.
            }
        }
    }
}
