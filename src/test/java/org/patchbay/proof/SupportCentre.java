package org.patchbay.proof;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import org.patchbay.testing.Client;
import org.patchbay.testing.TestDatabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A support centre made over the API: agents who are available, customers, and orders nobody has complained about yet.
 */
public final class SupportCentre {

    public static final String PASSWORD = "a password for tests";

    private final Client newcomers;
    private final Client admin;
    private final List<Agent> agents = new ArrayList<>();
    private final Queue<String> orders = new ConcurrentLinkedQueue<>();

    /** An agent and the program they use. */
    public record Agent(long id, int capacity, Client client) {}

    private SupportCentre(Client newcomers) {
        this.newcomers = newcomers;
        this.admin = newcomers.signedIn("admin", PASSWORD);
    }

    /** Clears the database and makes a centre that is served by these replicas. */
    public static SupportCentre of(List<URI> replicas, int agents, int capacity, int orders) {
        TestDatabase.clear();
        return inEmpty(replicas, agents, capacity, orders);
    }

    /** Makes a centre, in a database that has none, that is served by these replicas. */
    static SupportCentre inEmpty(List<URI> replicas, int agents, int capacity, int orders) {
        var client = new Client(replicas);
        var centre = new SupportCentre(client);
        centre.agents.addAll(IntStream.range(0, agents)
                .parallel()
                .mapToObj(i -> centre.hired("agent" + i, capacity))
                .toList());
        var customer = centre.admin.post("/customers", named("Carla").put("email", "carla@example.org"));
        centre.takeOrders("P", customer.body().path("id").asLong(), orders);
        return centre;
    }

    public List<Agent> agents() {
        return agents;
    }

    public JsonNode ticket(long id) {
        return admin.get("/tickets/" + id).body();
    }

    public Client admin() {
        return admin;
    }

    /** Opens a return case for an order that has none. */
    public long open() {
        return admin.post("/tickets", Map.of("orderNumber", orders.remove(), "reason", "DAMAGED"))
                .as(201)
                .id();
    }

    String nextOrder() {
        return orders.remove();
    }

    public void setPresence(Agent agent, String presence) {
        agent.client()
                .put("/agents/" + agent.id() + "/presence", Map.of("presence", presence))
                .as(200);
    }

    public void everybodyIs(String presence) {
        agents.forEach(agent -> setPresence(agent, presence));
    }

    /** A customer who signs in, with this many orders of their own. */
    public Client customer(String username, int ordersOfTheirs) {
        var request = named(username).put("email", username + "@example.org").set("signIn", signIn(username));
        var created = admin.post("/customers", request).body();
        takeOrders(username, created.path("id").asLong(), ordersOfTheirs);
        return newcomers.signedIn(username, PASSWORD);
    }

    /** Of a customer who is there already, as their shop knows of it. */
    public void order(String customerEmail, String number) {
        for (var customer : admin.get("/customers?limit=100").body().path("items")) {
            if (customer.path("email").asText().equals(customerEmail)) {
                importOrders(List.of(number), customer.path("id").asLong());
            }
        }
    }

    public Client staff(String username, String role) {
        ObjectNode request = named(username).set("signIn", signIn(username));
        request.putArray("roles").add(role);
        admin.post("/accounts", request);
        return newcomers.signedIn(username, PASSWORD);
    }

    /** Another system that may do with tickets what its role may. */
    Client otherSystem(String name) {
        var request = named(name);
        request.putArray("scopes")
                .add("tickets:read")
                .add("tickets:write")
                .add("customers:read")
                .add("orders:read")
                .add("agents:read")
                .add("groups:read");
        var made = admin.post("/api-clients", request).body();
        return newcomers.signedInAsClient(
                made.path("clientId").asText(), made.path("clientSecret").asText());
    }

    private Agent hired(String username, int capacity) {
        var request = named(username).put("capacity", capacity).set("signIn", signIn(username));
        var created = admin.post("/agents", request).body();
        return new Agent(created.path("id").asLong(), capacity, newcomers.signedIn(username, PASSWORD));
    }

    private static ObjectNode named(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }

    private static ObjectNode signIn(String username) {
        return JsonNodeFactory.instance.objectNode().put("username", username).put("password", PASSWORD);
    }

    private void takeOrders(String prefix, long customer, int count) {
        var numbers = IntStream.rangeClosed(1, count)
                .mapToObj(number -> prefix + "-" + number)
                .toList();
        importOrders(numbers, customer);
        orders.addAll(numbers);
    }

    private void importOrders(List<String> numbers, long customer) {
        var lines = new ArrayDeque<String>();
        lines.add("number,customerId,product,quantity,amount,currency,orderedAt");
        for (var number : numbers) {
            lines.add("%s,%d,Desk lamp,1,49.90,EUR,2026-11-02T09:30:00Z".formatted(number, customer));
        }
        var report = admin.postCsv("/orders/import", String.join("\n", lines)).body();
        if (report.path("created").asInt() + report.path("unchanged").asInt() != numbers.size()) {
            throw new AssertionError("The orders were not imported: " + report);
        }
    }
}
