package org.patchbay.proof;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.patchbay.testing.Client;
import org.patchbay.testing.Store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A support centre made over the API: agents who are available, customers, and orders nobody has complained about yet. */
final class Centre {

    static final String PASSWORD = "a password for tests";

    private final Client admin;
    private final List<Agent> agents = new ArrayList<>();
    private final Queue<String> orders = new ConcurrentLinkedQueue<>();

    /** An agent and the program they use. */
    record Agent(long id, int capacity, Client client) {}

    private Centre(Client admin) {
        this.admin = admin;
    }

    /** Clears the database and makes a centre that is served by these replicas. */
    static Centre of(List<URI> replicas, int agents, int capacity, int orders) {
        Store.clear();
        var client = new Client(replicas);
        var centre = new Centre(client.signedIn("admin", PASSWORD));
        for (int i = 0; i < agents; i++) {
            centre.hire(client, "agent" + i, capacity);
        }
        centre.takeOrders(orders);
        return centre;
    }

    Client admin() {
        return admin;
    }

    List<Agent> agents() {
        return agents;
    }

    /** Opens a return case for an order that has none. */
    long open() {
        var answer = admin.post("/tickets", json(Map.of("orderNumber", orders.remove(), "reason", "DAMAGED")));
        if (answer.status() != 201) {
            throw new AssertionError("Opening a ticket was answered with " + answer);
        }
        return answer.body().path("id").asLong();
    }

    String nextOrder() {
        return orders.remove();
    }

    void setPresence(Agent agent, String presence) {
        var answer = agent.client().put("/agents/" + agent.id() + "/presence", json(Map.of("presence", presence)));
        if (answer.status() != 200) {
            throw new AssertionError("Setting the presence was answered with " + answer);
        }
    }

    void everybodyIs(String presence) {
        agents.forEach(agent -> setPresence(agent, presence));
    }

    static ObjectNode json(Map<String, ?> fields) {
        var node = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, value) -> node.put(name, value.toString()));
        return node;
    }

    private void hire(Client client, String username, int capacity) {
        var signIn =
                JsonNodeFactory.instance.objectNode().put("username", username).put("password", PASSWORD);
        var request = JsonNodeFactory.instance
                .objectNode()
                .put("name", username)
                .put("capacity", capacity)
                .set("signIn", signIn);
        var created = admin.post("/agents", request);
        agents.add(new Agent(created.body().path("id").asLong(), capacity, client.signedIn(username, PASSWORD)));
    }

    private void takeOrders(int count) {
        var customer = admin.post("/customers", json(Map.of("name", "Carla", "email", "carla@example.org")))
                .body()
                .path("id")
                .asLong();
        var lines = new ArrayDeque<String>();
        lines.add("number,customerId,product,quantity,amount,currency,orderedAt");
        for (int i = 1; i <= count; i++) {
            lines.add("P-%d,%d,Desk lamp,1,49.90,EUR,2026-11-02T09:30:00Z".formatted(i, customer));
            orders.add("P-" + i);
        }
        var report = admin.postCsv("/orders/import", String.join("\n", lines)).body();
        if (report.path("created").asInt() + report.path("unchanged").asInt() != count) {
            throw new AssertionError("The orders were not imported: " + report);
        }
    }
}
