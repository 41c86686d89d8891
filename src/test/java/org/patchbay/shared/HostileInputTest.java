package org.patchbay.shared;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.shared.HostileRequests.Request;
import org.patchbay.testing.EveryWord;
import org.patchbay.testing.OpenApi;
import org.patchbay.testing.OpenApi.Operation;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;
import org.patchbay.testing.Wire.Answer;

import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;

/**
 * No client can cause a 500: random requests to every operation, by every role, all at once. They are the same in every
 * run, so that a change fails for its own requests; others come by {@code -Dhostile.seed=}, and by
 * {@code -Dproofs=long} each time, whose seed the log tells. Nearly all of them ask for German, and are refused in
 * German.
 */
@QuarkusTest
class HostileInputTest {

    private static final int OF_EACH_PERSON = 4;
    private static final long USUAL_SEED = 4;

    private final TestOrganisation house = new TestOrganisation();

    @AfterEach
    void leaveNothingWaitingNothingIsolatedNoRulesAndTheDefaultQueueServed() {
        var after = new TestOrganisation();
        var published = "items.findAll{it.publishedVersion != null}";
        var policies = after.admin().reads("/routing-policies?limit=200");
        for (int i = 0; i < policies.getList(published).size(); i++) {
            var version = "/" + policies.getLong(published + "[" + i + "].id") + "/versions/"
                    + policies.getLong(published + "[" + i + "].publishedVersion");
            after.admin().asks().post(API + "/routing-policies" + version + "/withdraw");
        }
        after.isolate(false, false, false);
        after.resetDefaultQueue();
        after.clear();
    }

    @Test
    void noRequestOfTheseMakesTheServerFail() throws Exception {
        boolean anew = "long".equals(System.getProperty("proofs"));
        long seed = Long.getLong("hostile.seed", anew ? new Random().nextLong() : USUAL_SEED);
        Log.infof("Hostile requests of -Dhostile.seed=%d", seed);
        var operations = OpenApi.read().operations();
        operations.removeIf(Operation::streams);
        operations.sort(Comparator.comparing(Operation::endsSessions));
        var known = known();
        var asking = new ArrayList<Callable<List<String>>>();
        var seeds = new Random(seed);
        for (var caller : house.oneOfEachRole()) {
            var requests = new HostileRequests(OpenApi.read(), known, new Random(seeds.nextLong()));
            asking.add(() -> failures(caller, operations, requests));
        }
        try (var threads = Executors.newFixedThreadPool(asking.size())) {
            var failures = new ArrayList<String>();
            for (var asked : threads.invokeAll(asking)) {
                failures.addAll(asked.get());
            }
            assertEquals("", String.join("\n", failures), "-Dhostile.seed=" + seed);
        }
    }

    /** One of each thing; events of these things do not touch any other test. */
    private Map<String, Long> known() {
        var customer = house.customer();
        var agent = house.agent();
        long ticket = house.ticket(customer);
        var known = new HashMap<>(Map.of(
                "customers",
                customer.id(),
                "agents",
                agent.id(),
                "tickets",
                ticket,
                "orders",
                house.order(customer).id(),
                "queues",
                house.queue(TestOrganisation.unique("hostile")),
                "skills",
                house.skill(TestOrganisation.unique("hostile")),
                "groups",
                house.group(TestOrganisation.unique("hostile"), null),
                "business-hours",
                house.businessHours(),
                "saved-replies",
                house.savedReply(),
                "routing-policies",
                house.policy(List.of())));
        known.put("presence-reasons", house.reason(TestOrganisation.unique("hostile")));
        known.put("accounts", house.supervisor().id());
        known.put("members", known.get("accounts"));
        known.put("versions", 1L);
        // Not the callers' organisation: operators suspend it.
        known.put(
                "organisations",
                TestOrganisation.ofNewOrganisation().admin().reads("/me").getLong("organisationId"));
        for (var field : Map.of(
                        "customerId", "customers",
                        "agentId", "agents",
                        "queueId", "queues",
                        "skillId", "skills",
                        "groupId", "groups",
                        "businessHoursId", "business-hours",
                        "reasonId", "presence-reasons")
                .entrySet()) {
            known.put(field.getKey(), known.get(field.getValue()));
        }
        return known;
    }

    private static List<String> failures(Person caller, List<Operation> operations, HostileRequests requests) {
        var failures = new ArrayList<String>();
        for (var operation : operations) {
            for (int i = 0; i < (takesPasswords(operation) ? 1 : OF_EACH_PERSON); i++) {
                Request request = requests.to(operation);
                var answer = request.send(caller.token());
                if (!isFine(answer) || request.isGerman() && isEnglish(answer)) {
                    failures.add(request + " by " + caller.name() + " -> " + answer.status() + " "
                            + HostileRequests.shortened(answer.text()));
                }
            }
        }
        return failures;
    }

    /** Too many wrong passwords would close our address to other tests. */
    private static boolean takesPasswords(Operation operation) {
        return Stream.of("/auth/", "/me/password", "/me/second-factor").anyMatch(operation.path()::contains);
    }

    private static boolean isEnglish(Answer answer) {
        return answer.isProblem() && EveryWord.englishIn(answer.json()).isPresent();
    }

    private static boolean isFine(Answer answer) {
        return answer.status() < 400 || answer.status() < 500 && answer.isProblem();
    }
}
