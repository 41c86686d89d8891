package org.patchbay.benchmark;

import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.patchbay.testing.Client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A contact centre to put under load: agents of capacity 1 who are AVAILABLE, customers, and orders of theirs.
 *
 * @param replicas which share the load
 * @param watcher the token of an admin, who sees everything
 * @param agents tokens by agent
 */
record LoadedCentre(
        List<URI> replicas,
        Database database,
        Client admin,
        String watcher,
        long organisation,
        Map<Long, String> agents,
        List<Customer> customers) {

    static final int AGENTS = 200;
    static final int CUSTOMERS = 32;

    /** As many as are live at full load: some agents are always free. */
    static final int LIVE = AGENTS * 8 / 10;

    static final int GROUPS = 4;
    static final String ADMIN = "admin";
    static final String PASSWORD = "a password for the benchmark";

    private static final int ORDERS_EACH = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A customer who opens tickets for their orders. */
    record Customer(String token, List<String> orders) {}

    static LoadedCentre prepare(Client client, URI uri, Database database) throws SQLException {
        var admin = client.signedIn(ADMIN, PASSWORD);
        var agents = new LinkedHashMap<Long, String>();
        for (int i = 1; i <= AGENTS; i++) {
            var name = "agent" + i;
            long id = created(
                    admin,
                    "/agents",
                    JSON.createObjectNode().put("name", "Agent " + i).set("signIn", signIn(name)));
            admin.put("/agents/" + id + "/presence", JSON.createObjectNode().put("presence", "AVAILABLE"));
            agents.put(id, token(client, name));
        }
        long organisation = database.number("select id from organisation");
        var customers = new ArrayList<Customer>();
        for (int i = 1; i <= CUSTOMERS; i++) {
            var name = "customer" + i;
            long id = created(
                    admin,
                    "/customers",
                    JSON.createObjectNode()
                            .put("name", "Customer " + i)
                            .put("email", name + "@example.org")
                            .set("signIn", signIn(name)));
            customers.add(new Customer(token(client, name), orders(database, id)));
        }
        return new LoadedCentre(List.of(uri), database, admin, token(client, ADMIN), organisation, agents, customers);
    }

    /** The same, served by other replicas. */
    LoadedCentre on(Application... applications) {
        var uris = Stream.of(applications).map(Application::uri).toList();
        var some = applications[0].client().signedIn(ADMIN, PASSWORD);
        return new LoadedCentre(uris, database, some, watcher, organisation, agents, customers);
    }

    /** The first replica. */
    URI uri() {
        return replicas.getFirst();
    }

    /** The replica of one of many connections. */
    URI replica(int connection) {
        return replicas.get(connection % replicas.size());
    }

    /** Resolves whatever is live, also what agents are given meanwhile. */
    void resolveAll() {
        for (var live = live(); !live.isEmpty(); live = live()) {
            live.forEach(ticket -> admin.post("/tickets/" + ticket + "/resolve", null));
        }
    }

    private List<Long> live() {
        return database.list(
                "select id from ticket where status in ('OPEN', 'IN_PROGRESS') and organisation_id = " + organisation,
                row -> row.getLong(1));
    }

    /** Puts every customer into a group, and every agent into each: isolation is checked, and excludes no agent. */
    void divide() throws SQLException {
        for (int group = 0; group < GROUPS; group++) {
            long id = created(admin, "/groups", JSON.createObjectNode().put("name", "Group " + group));
            for (long agent : agents.keySet()) {
                admin.put(
                        "/groups/" + id + "/members/" + agent,
                        JSON.createObjectNode().put("sees", "GROUP"));
            }
            for (var table :
                    List.of("orders set group_id = %d where customer_id", "customer set group_id = %d where id")) {
                database.execute("update " + table.formatted(id)
                        + " %% %d = %d and organisation_id = %d".formatted(GROUPS, group, organisation));
            }
        }
    }

    void isolate(boolean everything) {
        admin.put(
                "/isolation",
                JSON.createObjectNode()
                        .put("tickets", everything)
                        .put("customers", everything)
                        .put("agents", everything));
    }

    private static List<String> orders(Database database, long customer) throws SQLException {
        var numbers = new ArrayList<String>();
        try (var connection = database.connect();
                var insert = connection.prepareStatement(
                        "insert into orders (organisation_id, group_id, customer_id, number,"
                                + " product, quantity, amount, currency, ordered_at, version)"
                                + " select organisation_id, group_id, id, ?, 'Desk lamp', 1, 19.90, 'EUR',"
                                + " utc_timestamp(6), 0 from customer where id = ?")) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= ORDERS_EACH; i++) {
                var number = customer + "-" + i;
                insert.setString(1, number);
                insert.setLong(2, customer);
                insert.addBatch();
                numbers.add(number);
            }
            insert.executeBatch();
            connection.commit();
        }
        return numbers;
    }

    private static long created(Client admin, String path, JsonNode body) {
        var answer = admin.post(path, body);
        if (answer.status() != 201) {
            throw new IllegalStateException(path + " answers " + answer);
        }
        return answer.body().path("id").asLong();
    }

    private static JsonNode signIn(String username) {
        return JSON.createObjectNode().put("username", username).put("password", PASSWORD);
    }

    private static String token(Client client, String username) {
        return client.post("/auth/token", signIn(username))
                .body()
                .path("accessToken")
                .asText();
    }
}
