package org.patchbay.proof;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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

        private static Map<String, String> message(String who, int i) {
            return Map.of("text", who + " " + i, "clientId", UUID.randomUUID().toString());
        }

        List<JsonNode> messagesAfter(long number) {
            var found = new ArrayList<JsonNode>();
            client.get("/conversations/" + conversation + "/messages?limit=200&after=" + number)
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
                    read.add(threads.submit(reader(person, expected)));
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
    private Callable<List<Long>> reader(Person person, int expected) {
        return () -> {
            var numbers = new ArrayList<Long>();
            long heard = -1;
            while (numbers.size() < expected) {
                try (var feed = connected(person, heard)) {
                    if (feed.all().isEmpty()) {
                        continue;
                    }
                    heard = Math.max(heard, feed.lastNumber());
                    boolean behind = feed.all().stream().anyMatch(ConversationsIT::startsAnew);
                    int leaves = feed.all().size() + ThreadLocalRandom.current().nextInt(5, 40);
                    int looked = 1;
                    while (feed.closed() == 0 && looked < leaves && numbers.size() < expected) {
                        var told = feed.all();
                        int now = told.size();
                        for (var event : told.subList(Math.min(looked, now), now)) {
                            behind |= startsAnew(event)
                                    || event.path("conversationId").asLong() == person.conversation
                                            && event.path("messageNumber").asLong() > last(numbers);
                            heard = event.path("number").asLong();
                        }
                        looked = now;
                        while (behind || numbers.isEmpty()) {
                            var more = person.messagesAfter(last(numbers));
                            more.forEach(message ->
                                    numbers.add(message.path("number").asLong()));
                            behind = more.size() == 200;
                        }
                        Thread.sleep(10);
                    }
                    feed.cut();
                }
            }
            return numbers;
        };
    }

    private FeedClient connected(Person person, long heard) {
        while (true) {
            var replica = replicas.get(ThreadLocalRandom.current().nextInt(replicas.size()));
            try {
                return FeedClient.open(replica, person.client.token(), heard < 0 ? null : heard);
            } catch (RuntimeException dead) {
                // Another one is not.
            }
        }
    }

    private static boolean startsAnew(JsonNode event) {
        return event.path("type").asText().equals("RESET");
    }

    private static long last(List<Long> numbers) {
        return numbers.isEmpty() ? 0 : numbers.getLast();
    }
}
