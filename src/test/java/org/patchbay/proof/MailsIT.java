package org.patchbay.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.patchbay.proof.MailServer.Taken;
import org.patchbay.proof.SupportCentre.Agent;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Answers are mailed by several replicas, of which one is killed again and again: every customer gets each of them, in
 * their order, and twice only where a mailbox knows the two for one.
 */
class MailsIT {

    private static final int CUSTOMERS = 4;
    private static final Pattern ANSWER = Pattern.compile("Answer (\\d+)\\.");
    private static final Map<String, String> HOLDS_BRIEFLY = Map.of("patchbay.deliveries.lease", "5S");

    private final Pair pair = Pair.fresh();

    /** A customer's case, and the address to which its answers go. */
    private record Case(long ticket, String address) {}

    @Test
    void everyAnswerIsMailedInItsOrderWhateverDies() throws Exception {
        pair.mails().empty();
        var centre = SupportCentre.of(pair.uris(), 1, CUSTOMERS, 0);
        centre.everybodyIs("AVAILABLE");
        writesAnswers(centre);
        var agent = centre.agents().getFirst();
        var victim = pair.startOther("mailing-0", HOLDS_BRIEFLY).awaitReady();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var cases = IntStream.range(0, CUSTOMERS)
                    .mapToObj(i -> reported(centre, "carla" + i))
                    .toList();
            var answering = cases.stream()
                    .map(each -> threads.submit(() -> answers(agent, each)))
                    .toList();
            for (int kill = 1; kill <= Size.KILLS; kill++) {
                int enough = CUSTOMERS * Size.MAILS * kill / (Size.KILLS + 1);
                Patience.await().until(() -> TestDatabase.count("select count(*) from message") >= enough);
                victim.kill();
                victim = pair.startOther("mailing-" + kill, HOLDS_BRIEFLY).awaitReady();
            }
            for (var done : answering) {
                done.get();
            }
            var all = IntStream.rangeClosed(1, Size.MAILS).boxed().toList();
            for (var each : cases) {
                Patience.await().until(() -> told(each).equals(all));
            }
            Patience.await().until(() -> TestDatabase.count("select count(*) from delivery") == 0);
            for (var each : cases) {
                assertEquals(all, told(each));
            }
        } finally {
            victim.close();
        }
    }

    private static void writesAnswers(SupportCentre centre) {
        centre.admin()
                .put(
                        "/mail-settings",
                        Map.of(
                                "active",
                                true,
                                "kinds",
                                List.of("ANSWERED"),
                                "language",
                                "EN",
                                "templates",
                                List.of(),
                                "unreadAfterMinutes",
                                10,
                                "unreadEveryMinutes",
                                15))
                .as(200);
    }

    private static Case reported(SupportCentre centre, String name) {
        var customer = centre.customer(name, 1);
        long ticket = customer.post("/tickets", Map.of("orderNumber", name + "-1", "reason", "DAMAGED"))
                .as(201)
                .id();
        Patience.await()
                .until(() -> centre.ticket(ticket).path("status").asText().equals("IN_PROGRESS"));
        return new Case(ticket, name + "@example.org");
    }

    private static Case answers(Agent agent, Case its) {
        for (int i = 1; i <= Size.MAILS; i++) {
            agent.client()
                    .post(
                            "/conversations/" + its.ticket + "/messages",
                            Map.of(
                                    "text",
                                    "Answer " + i + ".",
                                    "clientId",
                                    UUID.randomUUID().toString()))
                    .as(201);
        }
        return its;
    }

    /** The answers that a mailbox shows: of two mails with one id it shows the first. */
    private List<Integer> told(Case its) {
        var mails = new LinkedHashMap<String, List<Integer>>();
        for (var mail : pair.mails().takenFor(its.address)) {
            var answers = answersIn(mail);
            assertEquals(answers, mails.computeIfAbsent(mail.id(), id -> answers), "two mails of one id");
        }
        var told = new ArrayList<Integer>();
        mails.values().forEach(answers -> answers.stream()
                .filter(answer -> told.isEmpty() || answer > told.getLast())
                .forEach(told::add));
        return told;
    }

    private static List<Integer> answersIn(Taken mail) {
        return ANSWER.matcher(mail.text())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .distinct()
                .toList();
    }
}
