package org.patchbay.proof;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.patchbay.proof.SupportCentre.Agent;
import org.patchbay.testing.Client;

/**
 * A centre with a queue of each distribution, skills, capacities of 1 to 3, limits, and a channel whose tickets are
 * offered. The staffing of queues and the skills of agents are drawn by lot, and may be drawn again.
 */
final class QueueMix {

    private static final int AGENTS = 15;
    private static final int SKILLS = 3;
    private static final int KINDS = 20;
    private static final int TEAM = 5;
    private static final int OFFER_SECONDS = 2;
    private static final List<String> DISTRIBUTIONS =
            List.of("LONGEST_IDLE", "ROUND_ROBIN", "LEAST_LOADED", "BEST_SKILLED", "RANKED");

    private final SupportCentre centre;
    private final Random random;
    private final List<Long> queues = new ArrayList<>();
    private final List<Long> skills = new ArrayList<>();
    private final List<Map<String, Object>> kinds = new ArrayList<>();
    private final long customer;
    private final long team;

    /** @param replicas the serving replicas, whose list may change */
    QueueMix(List<URI> replicas, Random random) {
        this.random = random;
        centre = SupportCentre.inEmpty(replicas, AGENTS, 1, 1);
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
        agents().forEach(this::drawSkills);
        queues.forEach(this::drawMembers);
        for (int i = 0; i < KINDS; i++) {
            kinds.add(drawKind(queues.get(i % queues.size())));
        }
    }

    List<Agent> agents() {
        return centre.agents();
    }

    Client admin() {
        return centre.admin();
    }

    /** Opens a ticket of a random kind. */
    void open(Random lot) {
        var ticket = new HashMap<>(any(kinds, lot));
        ticket.put("customerId", customer);
        ticket.put("priority", any(List.of("URGENT", "HIGH", "NORMAL", "LOW"), lot));
        post("/tickets", ticket);
    }

    /** Tickets of a kind wait in one queue and may require something, for a while. */
    private Map<String, Object> drawKind(long queue) {
        var wanted = new ArrayList<Map<String, Object>>();
        for (int i = random.nextInt(3); i > 0; i--) {
            int level = 3 + random.nextInt(5);
            var relaxed = List.of(
                    Map.of("afterSeconds", 2, "level", level - 2), Map.of("afterSeconds", 3 + random.nextInt(4)));
            wanted.add(Map.of("skillId", any(skills, random), "level", level, "relax", relaxed));
        }
        var channel = any(List.of("CHAT", "CHAT", "CALLBACK", "CALLBACK", "WORK_ITEM", "VOICE"), random);
        return Map.of("channel", channel, "queueId", queue, "requiredSkills", wanted);
    }

    /** Call from one thread only: the changes come one after the other. */
    void drawAnew() {
        if (random.nextBoolean()) {
            drawSkills(any(agents(), random));
        } else {
            drawMembers(any(queues, random));
        }
    }

    private void drawSkills(Agent agent) {
        put(
                "/agents/" + agent.id() + "/skills",
                skills.stream()
                        .filter(skill -> random.nextInt(3) > 0)
                        .map(skill -> Map.of("skillId", skill, "level", 1 + random.nextInt(10)))
                        .toList());
    }

    /** Half of the agents, or fewer of them and a group. */
    private void drawMembers(long queue) {
        var members = new ArrayList<Map<String, Object>>();
        agents().stream()
                .filter(agent -> random.nextBoolean())
                .forEach(agent -> members.add(Map.of("agentId", agent.id(), "tier", 1 + random.nextInt(3))));
        if (random.nextInt(3) == 0) {
            members.add(Map.of("groupId", team, "tier", 2));
        }
        put("/queues/" + queue + "/members", members);
    }

    static <T> T any(List<T> list, Random lot) {
        return list.get(lot.nextInt(list.size()));
    }

    private void put(String path, Object body) {
        admin().put(path, body).as(200);
    }

    private long post(String path, Object body) {
        return admin().post(path, body).as(201).id();
    }
}
