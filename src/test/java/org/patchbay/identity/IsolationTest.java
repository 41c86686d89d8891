package org.patchbay.identity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.House;
import org.patchbay.testing.House.Person;
import org.patchbay.testing.OpenApi;
import org.patchbay.testing.OpenApi.Operation;
import org.patchbay.testing.Store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.House.unique;

/**
 * Walks the description of the API: whatever anybody of one organisation asks, with whatever of another one they could
 * name, is answered as if it did not exist, and changes nothing there. A new operation is walked without anybody's help;
 * one whose parameters this test cannot understand fails it.
 */
@QuarkusTest
class IsolationTest {

    private static final long UNKNOWN_ID = 8_999_999_999_999_999L;
    private static final String UNKNOWN_TEXT = "no-such-thing";

    /** Parameters and fields that name something, and where such things are. */
    private static final Map<String, String> REFERENCES = Map.of(
            "actorId", "select max(id) from account",
            "subjectId", "select max(id) from account",
            "agentId", "select max(id) from agent",
            "customerId", "select max(id) from customer",
            "orderNumber", "select max(number) from orders",
            "number", "select max(number) from orders");

    private static final Pattern ID_LIKE = Pattern.compile("(?i).*(id|number)");

    private final List<String> wrong = new ArrayList<>();
    private final String mark = unique("FOREIGN") + "!";
    private OpenApi api;
    private House house;
    private long here;
    private long there;

    @BeforeEach
    void furnishTwoOrganisationsAlike() {
        api = OpenApi.read();
        house = House.ofNewOrganisation();
        here = furnish(house);
        there = furnish(House.ofNewOrganisation());
        for (var text : List.of("customer.name", "agent.name", "account.name", "orders.product", "ticket.note")) {
            var parts = text.split("\\.");
            Store.execute(
                    "update %s set %s = '%s' where organisation_id = %d".formatted(parts[0], parts[1], mark, there));
        }
        Store.execute(
                "update orders set number = concat('%s', number) where organisation_id = %d".formatted(mark, there));
    }

    @Test
    void nothingForeignIsEverReturnedChangedOrConfirmedToExist() {
        var before = everythingOf(there);
        var asked = 0;
        for (var caller : callers().entrySet()) {
            for (var operation : api.operations()) {
                asked += walk(operation, caller.getKey(), caller.getValue());
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, everythingOf(there), "what the other organisation has");
        assertTrue(asked > 200, "only " + asked + " requests were made");
    }

    /** @return how many requests were made */
    private int walk(Operation operation, Role role, Person caller) {
        int asked = 0;
        if (operation.path().contains("{")) {
            compare(
                    operation,
                    role,
                    call(operation, caller, pathWith(operation, foreignOf(operation)), Map.of(), body(operation)),
                    call(operation, caller, pathWith(operation, UNKNOWN_ID), Map.of(), body(operation)));
            asked += 2;
        }
        var ownPath = operation.path().contains("{") ? pathWith(operation, ownOf(operation)) : operation.path();
        for (var parameter : operation.parameters("query")) {
            var name = parameter.path("name").asText();
            if (ID_LIKE.matcher(name).matches()) {
                compare(
                        operation,
                        role,
                        call(operation, caller, ownPath, Map.of(name, foreign(name)), null),
                        call(operation, caller, ownPath, Map.of(name, unknown(name)), null));
                asked += 2;
            }
        }
        var body = body(operation);
        if (body != null) {
            for (var name : body.properties().stream().map(Map.Entry::getKey).toList()) {
                if (REFERENCES.containsKey(name)) {
                    compare(
                            operation,
                            role,
                            call(operation, caller, ownPath, Map.of(), with(body, name, foreign(name))),
                            call(operation, caller, ownPath, Map.of(), with(body, name, unknown(name))));
                    asked += 2;
                }
            }
        }
        if (operation.method().equals("GET")) {
            unmarked(operation, role, call(operation, caller, ownPath, Map.of(), null));
            asked++;
        }
        return asked;
    }

    private void compare(Operation operation, Role role, Response foreign, Response unknown) {
        unmarked(operation, role, foreign);
        boolean same = foreign.statusCode() == unknown.statusCode()
                && (foreign.statusCode() < 300 || neutral(foreign.asString()).equals(neutral(unknown.asString())));
        if (!same || foreign.statusCode() >= 500) {
            wrong.add(operation + " by " + role + " answers a foreign thing with " + foreign.statusCode() + " "
                    + foreign.asString() + " and an unknown one with " + unknown.statusCode() + " "
                    + unknown.asString());
        }
    }

    private void unmarked(Operation operation, Role role, Response answer) {
        // A number that was asked for may be repeated; what is in the database may not.
        if (answer.statusCode() < 300 && answer.asString().contains(mark)) {
            wrong.add(operation + " by " + role + " shows " + answer.asString());
        }
    }

    private String neutral(String body) {
        return body.replace(mark, "")
                .replaceAll("\\d+", "#")
                .replaceAll("(A-#|organisation-#|" + UNKNOWN_TEXT + ")", "@");
    }

    private static Response call(
            Operation operation, Person caller, String path, Map<String, ?> query, ObjectNode body) {
        var request = body == null ? caller.asks() : caller.sends(body);
        if (body == null && operation.consumes() != null) {
            request.contentType(operation.consumes());
        }
        return request.queryParams(query).request(operation.method(), path);
    }

    private Map<Role, Person> callers() {
        var callers = new EnumMap<Role, Person>(Role.class);
        callers.put(Role.CUSTOMER, house.customer());
        callers.put(Role.AGENT, house.agent());
        callers.put(Role.SUPERVISOR, house.supervisor());
        callers.put(Role.ADMIN, house.admin());
        callers.put(Role.INTEGRATION, house.integration());
        return callers;
    }

    /** @return its id */
    private static long furnish(House house) {
        house.supervisor();
        var customer = house.customer();
        house.awaitHeldBy(house.availableAgent(), house.ticket(customer));
        house.ticket(customer);
        return Store.count("select id from organisation where slug = '" + house.organisation() + "'");
    }

    /** What the last {@code {...}} of the path names: {@code /tickets/{id}} is a row of the table {@code ticket}. */
    private static String tableOf(Operation operation) {
        var collection =
                operation.path().replaceAll("^.*?/([a-z-]+)/\\{.*$", "$1").replace('-', '_');
        var tables = Store.list(
                "select table_name from information_schema.tables where table_schema = database() and table_name in ('"
                        + collection + "', '" + collection.replaceAll("s$", "") + "')",
                row -> row.getString(1));
        assertEquals(1, tables.size(), "the table of what " + operation + " names");
        return tables.getFirst();
    }

    private long foreignOf(Operation operation) {
        return idIn(operation, there);
    }

    private long ownOf(Operation operation) {
        return idIn(operation, here);
    }

    private static long idIn(Operation operation, long organisation) {
        var table = operation.path().contains("{slug}") ? "organisation" : tableOf(operation);
        return table.equals("organisation")
                ? organisation
                : Store.count("select min(id) from " + table + " where organisation_id = " + organisation);
    }

    /** Only organisations have slugs. */
    private static String pathWith(Operation operation, long id) {
        var slugs = Store.list("select slug from organisation where id = " + id, row -> row.getString(1));
        return operation
                .path()
                .replace("{slug}", slugs.isEmpty() ? UNKNOWN_TEXT : slugs.getFirst())
                .replaceAll("\\{[^}]*}", Long.toString(id));
    }

    private String foreign(String name) {
        var query = REFERENCES.get(name);
        if (query == null) {
            throw new AssertionError("Say in REFERENCES where things are that " + name + " names");
        }
        return Store.list(query + " where organisation_id = " + there, row -> row.getString(1))
                .getFirst();
    }

    private static String unknown(String name) {
        return name.endsWith("Id") ? Long.toString(UNKNOWN_ID) : UNKNOWN_TEXT;
    }

    private ObjectNode body(Operation operation) {
        var body = api.example(operation);
        if (body != null && body.has("orderedAt")) {
            body.put("number", unique("B"));
        }
        return body;
    }

    private static ObjectNode with(ObjectNode body, String name, String value) {
        var changed = body.deepCopy();
        var nodes = JsonNodeFactory.instance;
        changed.set(name, name.endsWith("Id") ? nodes.numberNode(Long.parseLong(value)) : nodes.textNode(value));
        return changed;
    }

    /** Every row of every table, but for what the passing of time does. */
    private static String everythingOf(long organisation) {
        return Store.list(
                        "select table_name from information_schema.columns where table_schema = database()"
                                + " and column_name = 'organisation_id' and table_name <> 'sign_in_failure'"
                                + " order by table_name",
                        row -> row.getString(1))
                .stream()
                .map(table -> table + ": "
                        + Store.list("select * from `" + table + "` where organisation_id = " + organisation, row -> {
                            var values = new ArrayList<String>();
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                values.add(row.getString(i));
                            }
                            return values.toString();
                        }))
                .collect(Collectors.joining("\n"));
    }
}
