package org.patchbay.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.patchbay.testing.Client;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Random lives of tickets, acted by every role, compared with a plain model after every step. */
class LifeCycleIT {

    enum Who {
        OWNER,
        OTHER_CUSTOMER,
        HOLDER,
        OTHER_AGENT,
        SUPERVISOR,
        OTHER_SYSTEM
    }

    enum What {
        RESOLVE,
        PEND,
        RESUME,
        RELEASE,
        REOPEN,
        CLOSE,
        CANCEL,
        EVERYBODY_LEAVES,
        EVERYBODY_RETURNS
    }

    record Action(Who who, What what) {}

    private static SupportCentre centre;
    private static Map<Who, Client> clients;

    @BeforeContainer
    static void openTheCentre() {
        centre = SupportCentre.of(Pair.fresh().uris(), 2, 1, 0);
        clients = Map.of(
                Who.OWNER, centre.customer("owner", 2 * Size.Tries.MOST),
                Who.OTHER_CUSTOMER, centre.customer("other", 0),
                Who.SUPERVISOR, centre.staff("sam", "supervisor"),
                Who.OTHER_SYSTEM, centre.otherSystem("crm"));
    }

    @Property(tries = Size.Tries.MOST, shrinking = ShrinkingMode.OFF)
    @AddLifecycleHook(Size.Tries.class)
    void everyLifeOfATicketFollowsTheModel(@ForAll("lives") List<Action> life) {
        centre.everybodyIs("AVAILABLE");
        var request = Map.of("orderNumber", centre.nextOrder(), "reason", "OTHER");
        long ticket = clients.get(Who.OWNER)
                .post("/tickets", request)
                .body()
                .path("id")
                .asLong();
        var model = new Model();
        awaitModel(ticket, model, life, 0);
        for (int i = 0; i < life.size(); i++) {
            var action = life.get(i);
            switch (action.what()) {
                case EVERYBODY_LEAVES -> centre.everybodyIs("AWAY");
                case EVERYBODY_RETURNS -> centre.everybodyIs("AVAILABLE");
                default -> {
                    int expected = model.answer(action);
                    int status = act(ticket, action);
                    assertEquals(expected, status, action + " in " + model + " of " + life.subList(0, i + 1));
                }
            }
            model.after(action);
            awaitModel(ticket, model, life, i);
        }
        if (model.isLive()) {
            clients.get(Who.SUPERVISOR).post("/tickets/" + ticket + "/cancel", null);
        }
        Proof.noAgentEverHeldMoreThanTheirCapacity();
    }

    @Provide
    Arbitrary<List<Action>> lives() {
        return Combinators.combine(Arbitraries.of(Who.class), Arbitraries.of(What.class))
                .as(Action::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(14);
    }

    private static int act(long ticket, Action action) {
        var path = "/tickets/" + ticket + "/" + action.what().name().toLowerCase(java.util.Locale.ROOT);
        return client(ticket, action.who())
                .post(path, Map.of("note", "as drawn"))
                .status();
    }

    private static Client client(long ticket, Who who) {
        if (clients.containsKey(who)) {
            return clients.get(who);
        }
        var holders = TestDatabase.list(
                "select agent_id from ticket where status = 'IN_PROGRESS' and id = " + ticket, row -> row.getLong(1));
        // Where nobody holds the ticket, the "holder" is an agent like any other.
        long holder = holders.isEmpty() ? centre.agents().getFirst().id() : holders.getFirst();
        return centre.agents().stream()
                .filter(agent -> (agent.id() == holder) == (who == Who.HOLDER))
                .findFirst()
                .orElseThrow()
                .client();
    }

    private static void awaitModel(long ticket, Model model, List<Action> life, int step) {
        var sql = "select status from ticket where id = " + ticket;
        Patience.await()
                .untilAsserted(() -> assertEquals(
                        model.status,
                        TestDatabase.list(sql, row -> row.getString(1)).getFirst(),
                        "after " + step + " of " + life));
        assertEquals(
                model.status.equals("IN_PROGRESS") ? 1 : 0,
                TestDatabase.count("select sum(load_units) from agent"),
                "units held after " + step + " of " + life);
        var steps = clients.get(Who.SUPERVISOR).get("/tickets/" + ticket).body().path("nextSteps");
        var names = new HashSet<String>();
        steps.forEach(name -> names.add(name.asText()));
        assertEquals(model.steps(), names, "next steps in " + model);
    }

    /** The life of one ticket in a centre of two agents without other work, told once more in the plainest words. */
    private static final class Model {

        private static final Set<What> ROLES_OF_AGENTS = Set.of(What.RESOLVE, What.PEND, What.RELEASE);

        private String status = "IN_PROGRESS";
        private boolean present = true;

        int answer(Action action) {
            boolean customer = action.who() == Who.OWNER || action.who() == Who.OTHER_CUSTOMER;
            if (ROLES_OF_AGENTS.contains(action.what()) && (customer || action.who() == Who.OTHER_SYSTEM)) {
                return 403;
            }
            if (action.who() == Who.OTHER_CUSTOMER) {
                return 404;
            }
            boolean holder = action.who() == Who.HOLDER && status.equals("IN_PROGRESS");
            if ((action.what() == What.PEND || action.what() == What.RELEASE)
                    && !holder
                    && action.who() != Who.SUPERVISOR) {
                return 403;
            }
            return steps().contains(action.what().name()) ? 200 : 409;
        }

        void after(Action action) {
            switch (action.what()) {
                case EVERYBODY_LEAVES -> present = false;
                case EVERYBODY_RETURNS -> present = true;
                default -> {
                    if (answer(action) == 200) {
                        status = switch (action.what()) {
                            case RESOLVE -> "RESOLVED";
                            case PEND -> "PENDING";
                            case RESUME, RELEASE, REOPEN -> "OPEN";
                            case CLOSE -> "CLOSED";
                            case CANCEL -> "CANCELLED";
                            case EVERYBODY_LEAVES, EVERYBODY_RETURNS -> throw new IllegalStateException();
                        };
                    }
                }
            }
            if (present && status.equals("OPEN")) {
                status = "IN_PROGRESS";
            }
        }

        Set<String> steps() {
            return switch (status) {
                case "OPEN" -> Set.of("ASSIGN", "CANCEL");
                case "IN_PROGRESS" -> Set.of("ASSIGN", "RELEASE", "PEND", "RESOLVE", "CANCEL");
                case "PENDING" -> Set.of("RESUME", "RESOLVE", "CANCEL");
                case "RESOLVED" -> Set.of("REOPEN", "CLOSE");
                default -> Set.of();
            };
        }

        boolean isLive() {
            return Set.of("OPEN", "IN_PROGRESS", "PENDING").contains(status);
        }

        @Override
        public String toString() {
            return status + (present ? "" : ", nobody there");
        }
    }
}
