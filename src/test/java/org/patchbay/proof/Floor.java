package org.patchbay.proof;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.patchbay.proof.Centre.Agent;
import org.patchbay.testing.Client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A centre with a queue of each distribution, skills, capacities of 1 to 3, limits, and a channel whose agents are asked;
 * who serves which queue and who has which skill is drawn by lot, may be drawn again, and is remembered with its times.
 */
final class Floor {

    private static final int AGENTS = 15;
    private static final int SKILLS = 3;
    private static final int TEAM = 5;
    private static final int OFFER_SECONDS = 2;
    private static final List<String> DISTRIBUTIONS =
            List.of("LONGEST_IDLE", "ROUND_ROBIN", "LEAST_LOADED", "BEST_SKILLED", "RANKED");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Centre centre;
    private final Client admin;
    private final Random random;
    private final List<Long> queues = new ArrayList<>();
    private final List<Long> skills = new ArrayList<>();
    private final List<Abilities> history = new ArrayList<>();
    private final long customer;
    private final long team;

    /**
     * Who could do what: from a time between these two, until one between those of the next.
     *
     * @param serving agents by queue
     * @param levels levels by skill by agent
     */
    record Abilities(
            Instant sent, Instant answered, Map<Long, Set<Long>> serving, Map<Long, Map<Long, Integer>> levels) {

        boolean meet(long agent, long queue, Map<Long, Integer> required) {
            var has = levels.getOrDefault(agent, Map.of());
            return serving.getOrDefault(queue, Set.of()).contains(agent)
                    && required.entrySet().stream()
                            .allMatch(skill -> has.getOrDefault(skill.getKey(), 0) >= skill.getValue());
        }
    }

    /** Served by these replicas, whose list may change. */
    Floor(List<URI> replicas, Random random) {
        this.random = random;
        centre = Centre.of(replicas, AGENTS, 1, 1);
        admin = new Client(replicas).signedIn("admin", Centre.PASSWORD);
        for (var agent : agents()) {
            put("/agents/" + agent.id(), Map.of("name", "Agent " + agent.id(), "capacity", 1 + random.nextInt(3)));
        }
        put("/agents/" + agents().get(0).id() + "/limits", List.of(Map.of("channel", "CHAT", "maximum", 1)));
        put("/agents/" + agents().get(1).id() + "/limits", List.of(Map.of("channel", "CALLBACK", "maximum", 0)));
        put("/channels/CHAT", Map.of("units", 1, "exclusive", false, "offerSeconds", OFFER_SECONDS));
        put("/channels/WORK_ITEM", Map.of("units", 2, "exclusive", false));
        customer = post("/customers", Map.of("name", "Clara", "email", "clara@example.org"));
        for (int i = 0; i < SKILLS; i++) {
            skills.add(post("/skills", Map.of("name", "Skill " + i)));
        }
        for (var distribution : DISTRIBUTIONS) {
            queues.add(post("/queues", Map.of("name", distribution, "distribution", distribution)));
        }
        team = post("/groups", Map.of("name", "Team"));
        for (var agent : agents().subList(0, TEAM)) {
            put("/groups/" + team + "/members/" + agent.id(), Map.of("sees", "GROUP"));
        }
        history.add(new Abilities(Instant.now(), Instant.now(), Map.of(), Map.of()));
        agents().forEach(this::drawSkills);
        queues.forEach(this::drawMembers);
    }

    List<Agent> agents() {
        return centre.agents();
    }

    Client admin() {
        return admin;
    }

    /** Opens a ticket of a random kind that waits in a random queue and may require something, for a while. */
    void open(Random lot) {
        var wanted = new ArrayList<Map<String, Object>>();
        for (int i = lot.nextInt(3); i > 0; i--) {
            int level = 3 + lot.nextInt(5);
            var relaxed =
                    List.of(Map.of("afterSeconds", 2, "level", level - 2), Map.of("afterSeconds", 3 + lot.nextInt(4)));
            wanted.add(Map.of("skillId", any(skills, lot), "level", level, "relax", relaxed));
        }
        post(
                "/tickets",
                Map.of(
                        "channel",
                        any(List.of("CHAT", "CHAT", "CALLBACK", "CALLBACK", "WORK_ITEM", "VOICE"), lot),
                        "customerId",
                        customer,
                        "queueId",
                        any(queues, lot),
                        "priority",
                        any(List.of("URGENT", "HIGH", "NORMAL", "LOW"), lot),
                        "requiredSkills",
                        wanted));
    }

    /** By one thread only: the changes come one after the other. */
    void drawAnew() {
        if (random.nextBoolean()) {
            drawSkills(any(agents(), random));
        } else {
            drawMembers(any(queues, random));
        }
    }

    private void drawSkills(Agent agent) {
        var levels = new HashMap<>(history.getLast().levels());
        var drawn = new HashMap<Long, Integer>();
        skills.stream()
                .filter(skill -> random.nextInt(3) > 0)
                .forEach(skill -> drawn.put(skill, 1 + random.nextInt(10)));
        levels.put(agent.id(), drawn);
        var sent = Instant.now();
        put(
                "/agents/" + agent.id() + "/skills",
                drawn.entrySet().stream()
                        .map(skill -> Map.of("skillId", skill.getKey(), "level", skill.getValue()))
                        .toList());
        history.add(new Abilities(sent, Instant.now(), history.getLast().serving(), levels));
    }

    /** Half of the agents, or fewer of them and a group. */
    private void drawMembers(long queue) {
        var serving = new HashMap<>(history.getLast().serving());
        var members = new ArrayList<Map<String, Object>>();
        var drawn = new HashSet<Long>();
        agents().stream().filter(agent -> random.nextBoolean()).forEach(agent -> {
            members.add(Map.of("agentId", agent.id(), "tier", 1 + random.nextInt(3)));
            drawn.add(agent.id());
        });
        if (random.nextInt(3) == 0) {
            members.add(Map.of("groupId", team, "tier", 2));
            agents().subList(0, TEAM).forEach(agent -> drawn.add(agent.id()));
        }
        serving.put(queue, drawn);
        var sent = Instant.now();
        put("/queues/" + queue + "/members", members);
        history.add(
                new Abilities(sent, Instant.now(), serving, history.getLast().levels()));
    }

    /** What could have been so at some time between these. */
    List<Abilities> between(Instant from, Instant to) {
        var possible = new ArrayList<Abilities>();
        for (int i = 0; i < history.size(); i++) {
            boolean begun = !history.get(i).sent().isAfter(to);
            boolean over =
                    i + 1 < history.size() && history.get(i + 1).answered().isBefore(from);
            if (begun && !over) {
                possible.add(history.get(i));
            }
        }
        return possible;
    }

    static <T> T any(List<T> list, Random lot) {
        return list.get(lot.nextInt(list.size()));
    }

    static JsonNode json(Object value) {
        return JSON.valueToTree(value);
    }

    private void put(String path, Object body) {
        var answer = admin.put(path, json(body));
        if (answer.status() != 200 && answer.status() != 201 && answer.status() != 204) {
            throw new AssertionError(path + " was answered with " + answer);
        }
    }

    private long post(String path, Object body) {
        var answer = admin.post(path, json(body));
        if (answer.status() != 201) {
            throw new AssertionError(path + " was answered with " + answer);
        }
        return answer.body().path("id").asLong();
    }
}
