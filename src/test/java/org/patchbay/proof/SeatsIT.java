package org.patchbay.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.patchbay.testing.Client;
import org.patchbay.testing.Patience;
import org.patchbay.testing.TestDatabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

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

/**
 * Random queues, members, groups, skills, capacities and presences: each ticket goes to the agent that a plain model of
 * the rules names, by each distribution, or to none.
 */
class SeatsIT {

    private static final int AGENTS = 4;
    private static final int SKILLS = 2;
    private static final int TICKETS = 5;

    enum Distribution {
        LONGEST_IDLE,
        ROUND_ROBIN,
        LEAST_LOADED,
        BEST_SKILLED,
        RANKED
    }

    /** @param group of the three, the root being 0 and each below the one before; null where the agent is named */
    record Member(Integer agent, Integer group, int tier) {}

    /**
     * @param capacities of the agents
     * @param levels of the agents in each skill; 0 for none
     * @param groups that the agents belong to; 0 for none
     * @param available the available agents, in the order in which they become so
     * @param required the least level in each skill; 0 for none
     */
    record World(
            Distribution distribution,
            List<Integer> capacities,
            List<List<Integer>> levels,
            List<Integer> groups,
            List<Member> members,
            List<Integer> available,
            List<Integer> required) {}

    private static final List<Long> GROUPS = new ArrayList<>();
    private static final List<Long> SKILL_IDS = new ArrayList<>();
    private static SupportCentre centre;
    private static Client admin;
    private static long customer;
    private static int count;

    @BeforeContainer
    static void openTheCentre() {
        centre = SupportCentre.of(Pair.fresh().uris(), AGENTS, 1, 0);
        admin = centre.admin();
        customer = TestDatabase.count("select min(id) from customer");
        GROUPS.add(TestDatabase.count("select min(id) from org_group where parent_id is null and organisation_id ="
                + " (select id from organisation where slug = 'default')"));
        for (var name : List.of("Berlin", "Mitte")) {
            GROUPS.add(made("/groups", node().put("name", name).put("parentId", GROUPS.getLast())));
        }
        for (int skill = 0; skill < SKILLS; skill++) {
            SKILL_IDS.add(made("/skills", node().put("name", "Skill " + skill)));
        }
    }

    @Property(tries = Size.Tries.MOST, shrinking = ShrinkingMode.OFF)
    @AddLifecycleHook(Size.Tries.class)
    void ticketAfterTicketGoesToWhomTheModelSays(@ForAll("worlds") World world) {
        long queue = stored(world);
        var model = new Model(world);
        var tickets = new ArrayList<Long>();
        for (int i = 0; i < TICKETS; i++) {
            long ticket = made("/tickets", ticket(world, queue));
            tickets.add(ticket);
            var expected = model.choice();
            if (expected.isPresent()) {
                long agent = centre.agents().get(expected.get()).id();
                Patience.await()
                        .until(() -> view(ticket).path("status").asText().equals("IN_PROGRESS"));
                assertEquals(agent, view(ticket).path("agentId").asLong(), () -> "ticket " + ticket + " of " + world);
            } else {
                assertEquals(
                        0,
                        TestDatabase.count("select count(*) from seat s join ticket t on t.waiting_pool_id = s.pool_id"
                                + " where s.place is not null and t.id = " + ticket),
                        () -> "free seats for what nobody may have: " + world);
                assertEquals("OPEN", view(ticket).path("status").asText());
            }
        }
        centre.everybodyIs("OFFLINE");
        tickets.forEach(ticket -> admin.post("/tickets/" + ticket + "/cancel", node()));
    }

    @Provide
    Arbitrary<World> worlds() {
        var agent = Arbitraries.integers().between(0, AGENTS - 1);
        var group = Arbitraries.integers().between(0, 2);
        var level = Arbitraries.of(0, 0, 3, 6, 9);
        var tier = Arbitraries.integers().between(1, 3);
        var member = Arbitraries.oneOf(
                Combinators.combine(agent, tier).as((who, at) -> new Member(who, null, at)),
                Combinators.combine(group, tier).as((which, at) -> new Member(null, which, at)));
        return Combinators.combine(
                        Arbitraries.of(Distribution.class),
                        Arbitraries.integers().between(1, 3).list().ofSize(AGENTS),
                        level.list().ofSize(SKILLS).list().ofSize(AGENTS),
                        group.list().ofSize(AGENTS),
                        member.list()
                                .ofMinSize(1)
                                .ofMaxSize(4)
                                .uniqueElements(each -> each.agent() + "-" + each.group()),
                        agent.list().ofMinSize(1).ofMaxSize(AGENTS).uniqueElements(),
                        Arbitraries.of(0, 0, 3, 5).list().ofSize(SKILLS))
                .as(World::new);
    }

    /** The rules in the plainest words. */
    private static final class Model {

        private final World world;
        private final int[] loads = new int[AGENTS];
        private final Map<Integer, Integer> servedInTurn = new HashMap<>();
        private final List<Integer> idle;
        private int turn;

        Model(World world) {
            this.world = world;
            idle = new ArrayList<>(world.available());
        }

        /** The agent who gets the next ticket. */
        Optional<Integer> choice() {
            var order = Comparator.<Integer>comparingLong(this::place).thenComparing(idle::indexOf);
            var chosen = idle.stream().filter(this::isEligible).min(order);
            chosen.ifPresent(agent -> {
                loads[agent]++;
                servedInTurn.put(agent, ++turn);
                idle.remove(agent);
                idle.add(agent);
            });
            return chosen;
        }

        private boolean isEligible(int agent) {
            return loads[agent] < world.capacities().get(agent)
                    && tier(agent).isPresent()
                    && IntStream.range(0, SKILLS)
                            .allMatch(skill -> world.levels().get(agent).get(skill)
                                    >= world.required().get(skill));
        }

        private Optional<Integer> tier(int agent) {
            return world.members().stream()
                    .filter(member -> member.agent() == null
                            ? world.groups().get(agent) >= member.group()
                            : member.agent() == agent)
                    .map(Member::tier)
                    .min(Comparator.naturalOrder());
        }

        private long place(int agent) {
            return switch (world.distribution()) {
                case LONGEST_IDLE -> 0;
                case ROUND_ROBIN -> servedInTurn.getOrDefault(agent, 0);
                case LEAST_LOADED ->
                    loads[agent] * 1_000_000L / world.capacities().get(agent);
                case BEST_SKILLED ->
                    -IntStream.range(0, SKILLS)
                            .filter(skill -> world.required().get(skill) > 0)
                            .map(skill -> world.levels().get(agent).get(skill))
                            .sum();
                case RANKED -> tier(agent).orElseThrow();
            };
        }
    }

    private static long stored(World world) {
        for (int i = 0; i < AGENTS; i++) {
            var agent = centre.agents().get(i);
            done(admin.put(
                    "/agents/" + agent.id(),
                    node().put("name", "Agent " + i)
                            .put("capacity", world.capacities().get(i))));
            done(admin.put(
                    "/agents/" + agent.id() + "/skills", skills(world.levels().get(i))));
            TestDatabase.execute("delete from membership where account_id = " + agent.id());
            if (world.groups().get(i) > 0) {
                done(admin.put(
                        "/groups/" + GROUPS.get(world.groups().get(i)) + "/members/" + agent.id(),
                        node().put("sees", "OWN")));
            }
        }
        long queue = made(
                "/queues",
                node().put("name", "Queue " + count++)
                        .put("distribution", world.distribution().name()));
        var members = JsonNodeFactory.instance.arrayNode();
        for (var member : world.members()) {
            var entry = members.addObject().put("tier", member.tier());
            if (member.agent() == null) {
                entry.put("groupId", GROUPS.get(member.group()));
            } else {
                entry.put("agentId", centre.agents().get(member.agent()).id());
            }
        }
        done(admin.put("/queues/" + queue + "/members", members));
        world.available().forEach(agent -> centre.setPresence(centre.agents().get(agent), "AVAILABLE"));
        return queue;
    }

    private static ObjectNode ticket(World world, long queue) {
        ObjectNode ticket =
                node().put("channel", "WORK_ITEM").put("customerId", customer).put("queueId", queue);
        ticket.set("requiredSkills", skills(world.required()));
        return ticket;
    }

    private static ArrayNode skills(List<Integer> levels) {
        var skills = JsonNodeFactory.instance.arrayNode();
        for (int skill = 0; skill < SKILLS; skill++) {
            if (levels.get(skill) > 0) {
                skills.addObject().put("skillId", SKILL_IDS.get(skill)).put("level", levels.get(skill));
            }
        }
        return skills;
    }

    private static JsonNode view(long ticket) {
        return admin.get("/tickets/" + ticket).body();
    }

    private static long made(String path, JsonNode body) {
        var answer = admin.post(path, body);
        assertEquals(201, answer.status(), () -> path + " was answered with " + answer);
        return answer.body().path("id").asLong();
    }

    private static void done(Client.Answer answer) {
        assertEquals(200, answer.status(), () -> Arrays.toString(new Object[] {answer}));
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
