package org.patchbay.proof;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.Client;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;

import com.fasterxml.jackson.databind.JsonNode;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** People call over several replicas: a call outlives those that die, and ends once, whoever ends it. */
class CallsIT {

    private static final int CALLS = 4;
    private static final int SIGNALS = 40;
    private static final int ROUNDS = 12;

    private static Pair pair;

    private final List<URI> replicas = new CopyOnWriteArrayList<>();
    private SupportCentre centre;

    /** A call of somebody, and the ticket that it began with. */
    private record Call(Client customer, Client agent, long id, long ticket) {}

    /** Somebody's part in a call. */
    private final class Device {

        private final Client person;
        private final String leg;
        private final long id;
        private final List<String> told = new ArrayList<>();
        private long after;

        private Device(Client person, long call) {
            this.person = person;
            id = person.post("/calls/" + call + "/legs", Map.of())
                    .as(201)
                    .body()
                    .path("leg")
                    .path("id")
                    .asLong();
            leg = "/calls/" + call + "/legs/" + id;
        }

        private JsonNode reports() {
            var state = person.put(leg, report(after)).as(200).body();
            for (var signal : state.path("signals")) {
                after = signal.path("number").asLong();
                // An answer that got lost has the device tell it again.
                if (!told.contains(signal.path("body").asText())) {
                    told.add(signal.path("body").asText());
                }
            }
            return state;
        }

        private List<String> talksWith(Device other) {
            for (int i = 0; i < SIGNALS; i++) {
                person.post(leg + "/signals", Map.of("to", other.id, "type", "OFFER", "body", "v=0 " + i))
                        .as(200);
                reports();
            }
            Patience.await().until(() -> {
                reports();
                return told.size() == SIGNALS;
            });
            return told;
        }
    }

    @BeforeAll
    static void open() {
        pair = Pair.fresh();
    }

    @Test
    void aCallOutlivesTheReplicaThatDiesAndTheBrokerThatGoes() throws Exception {
        replicas.addAll(pair.uris());
        var victim = pair.startOther("victim", Map.of()).awaitReady();
        replicas.add(victim.uri());
        centre = SupportCentre.of(replicas, CALLS, 1, 1);
        centre.everybodyIs("AVAILABLE");
        var calls = IntStream.range(0, CALLS).mapToObj(this::begun).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var talks = calls.stream()
                    .flatMap(call -> {
                        var one = new Device(call.customer, call.id);
                        var other = new Device(call.agent, call.id);
                        return Stream.<Callable<List<String>>>of(
                                () -> one.talksWith(other), () -> other.talksWith(one));
                    })
                    .map(threads::submit)
                    .toList();
            int half = CALLS * SIGNALS;
            Patience.await().until(() -> TestDatabase.count("select count(*) from call_signal") >= half / 2);
            victim.kill();
            pair.incoming().cut();
            pair.outgoing().cut();
            var all = IntStream.range(0, SIGNALS).mapToObj(i -> "v=0 " + i).toList();
            for (var talk : talks) {
                assertEquals(all, talk.get());
            }
        } finally {
            victim.close();
        }
        for (var call : calls) {
            assertEquals("ACTIVE", state(call));
            call.customer.delete("/calls/" + call.id).as(204);
        }
        assertEquals(0, TestDatabase.count("select count(*) from call_leg where ended_at is null"));
        assertEquals(0, TestDatabase.count("select count(*) from call_signal"));
    }

    @Test
    void aCallEndsOnceWhoeverEndsItAtTheSameMoment() throws Exception {
        replicas.addAll(pair.uris());
        centre = SupportCentre.of(replicas, 1, 1, 1);
        var supervisor = centre.staff("sam", "supervisor");
        centre.everybodyIs("AVAILABLE");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ROUNDS; i++) {
                var call = begun(i);
                var customers = new Device(call.customer, call.id);
                var agents = new Device(call.agent, call.id);
                new Device(supervisor, call.id);
                var ending = List.<Callable<Object>>of(
                        () -> call.customer.delete(customers.leg),
                        () -> call.agent.delete(agents.leg),
                        () -> supervisor.delete("/calls/" + call.id),
                        // Some come back meanwhile, or are told that it is over.
                        () -> call.customer.post("/calls/" + call.id + "/legs", Map.of()),
                        () -> call.agent.post("/calls/" + call.id + "/legs", Map.of()));
                for (var done : threads.invokeAll(ending)) {
                    done.get();
                }
                assertEquals("ENDED", state(call));
                centre.admin()
                        .post("/tickets/" + call.ticket + "/resolve", null)
                        .as(200);
            }
        }
        assertEquals(0, TestDatabase.count("select count(*) from call_leg where ended_at is null"));
        assertEquals(
                ROUNDS, TestDatabase.count("select count(distinct ticket_id) from event where type = 'CALL_ENDED'"));
        assertEquals(ROUNDS, TestDatabase.count("select count(*) from event where type = 'CALL_ENDED'"));
        assertEquals(ROUNDS, TestDatabase.count("select count(*) from event where type = 'CALL_ANSWERED'"));
    }

    private Call begun(int i) {
        var customer = centre.customer("customer" + i, 0);
        var begun = customer.post("/calls", Map.of("kind", "VOICE")).as(201).body();
        long ticket = begun.path("ticketId").asLong();
        Patience.await()
                .until(() -> centre.ticket(ticket).path("status").asText().equals("IN_PROGRESS"));
        long holder = centre.ticket(ticket).path("agentId").asLong();
        var agent = centre.agents().stream()
                .filter(each -> each.id() == holder)
                .findFirst()
                .orElseThrow();
        return new Call(customer, agent.client(), begun.path("call").path("id").asLong(), ticket);
    }

    private String state(Call call) {
        return centre.admin()
                .get("/calls/" + call.id)
                .as(200)
                .body()
                .path("state")
                .asText();
    }

    private static Map<String, Object> report(long after) {
        return Map.of("mode", "TALK", "muted", false, "camera", false, "screen", false, "after", after);
    }
}
