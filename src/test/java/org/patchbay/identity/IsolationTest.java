package org.patchbay.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.OpenApi;
import org.patchbay.testing.OpenApi.Operation;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;
import org.patchbay.testing.Wire;
import org.patchbay.testing.Wire.Answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.junit.QuarkusTest;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.unique;

/**
 * Walks the OpenAPI document: any request about anything of another organisation, or of another group, is answered as
 * if that did not exist, and changes nothing there. New operations are covered without further code; one whose
 * parameters this test cannot understand fails it.
 */
@QuarkusTest
class IsolationTest {

    private static final long UNKNOWN_ID = 8_999_999_999_999_999L;
    private static final String UNKNOWN_TEXT = "no-such-thing";
    private static final int AT_ONCE = 4;

    /** Parameters and fields that name something, and the tables of these things. */
    private static final Map<String, String> REFERENCES = Map.ofEntries(
            entry("actorId", "account.id"),
            entry("subjectId", "account.id"),
            entry("agentId", "agent.id"),
            entry("customerId", "customer.id"),
            entry("externalId", "customer.external_id"),
            entry("groupId", "org_group.id"),
            entry("parentId", "org_group.id"),
            entry("reasonId", "presence_reason.id"),
            entry("skillId", "skill.id"),
            entry("tagId", "tag.id"),
            entry("ticketId", "ticket.id"),
            entry("queueId", "queue.id"),
            entry("overflowQueueId", "queue.id"),
            entry("orderNumber", "orders.number"),
            entry("number", "orders.number"));

    /** The tables of paths with another name. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            entry("groups", "org_group"),
            entry("members", "account"),
            entry("colleagues", "account"),
            entry("sessions", "session"),
            entry("sso", "organisation"),
            entry("channels", "channel_setting"),
            entry("deliveries", "delivery"),
            entry("drafts", "ticket"),
            entry("calls", "ticket_call"),
            entry("legs", "call_leg"),
            entry("segments", "recording_segment"),
            entry("chunks", "recording_chunk"),
            entry("offers", "assignment"),
            entry("routing-policies", "routing_policy"),
            entry("versions", "routing_policy_version"),
            entry("saved-replies", "saved_reply"),
            entry("identity-keys", "identity_key"),
            entry("merges", "customer_merge"));

    /** The tables whose rows have a number and no id. */
    private static final Set<String> NUMBERED =
            Set.of("routing_policy_version", "message", "recording_segment", "recording_chunk");

    private static final Pattern PATH_PARAMETER = Pattern.compile("/([a-z-]+)/\\{[^}]*}");
    private static final Pattern ID_LIKE = Pattern.compile("(?i).*(id|number)");

    /** The owner of the things: an organisation, or a group. */
    private interface Side {

        /** @return SQL that holds for the side's rows of a table */
        String owns(String table);

        /** Null where it has none. */
        default String one(String tableAndColumn) {
            var parts = tableAndColumn.split("\\.");
            return TestDatabase.list(
                            "select max(%2$s) from %1$s where %3$s".formatted(parts[0], parts[1], owns(parts[0])),
                            row -> row.getString(1))
                    .getFirst();
        }

        /** 0 where it has none. */
        default long id(String table) {
            var key = NUMBERED.contains(table) ? "number" : "id";
            return TestDatabase.count("select min(%s) from %s where %s".formatted(key, table, owns(table)));
        }
    }

    private record OfOrganisation(long id) implements Side {
        @Override
        public String owns(String table) {
            return (table.equals("organisation") ? "id = " : "organisation_id = ") + id;
        }
    }

    private record OfGroup(long id, long organisation) implements Side {
        @Override
        public String owns(String table) {
            var members = " in (select account_id from membership where group_id = " + id + ")";
            return switch (table) {
                case "organisation" -> "id = " + organisation;
                case "org_group" -> "id = " + id;
                case "ticket", "customer", "orders", "membership" -> "group_id = " + id;
                case "agent", "account", "api_client" -> "id" + members;
                case "session" -> "account_id" + members;
                case "ticket_call" -> "ticket_id in (select id from ticket where group_id = " + id + ")";
                case "call_leg" ->
                    "call_id in (select c.id from ticket_call c join ticket t on t.id = c.ticket_id where t.group_id = "
                            + id + ")";
                case "recording" -> "ticket_id in (select id from ticket where group_id = " + id + ")";
                case "recording_segment", "recording_chunk" ->
                    "recording_id in (select r.id from recording r join ticket t on t.id = r.ticket_id"
                            + " where t.group_id = " + id + ")";
                case "event", "message", "conversation", "assignment", "decision" ->
                    "ticket_id in (select id from ticket where group_id = " + id + ")";
                default -> "organisation_id = -1";
            };
        }
    }

    /** A side whose rows are looked up once: requests about them change none that existed. */
    private record Known(Side side, Map<String, Optional<String>> ones, Map<String, Long> ids) implements Side {

        static Side of(Side side) {
            return new Known(side, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        @Override
        public String owns(String table) {
            return side.owns(table);
        }

        @Override
        public String one(String tableAndColumn) {
            return ones.computeIfAbsent(tableAndColumn, key -> Optional.ofNullable(side.one(key)))
                    .orElse(null);
        }

        @Override
        public long id(String table) {
            return ids.computeIfAbsent(table, side::id);
        }
    }

    private final Map<String, String> tables = new ConcurrentHashMap<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final String mark = unique("FOREIGN") + "!";
    private OpenApi api;
    private TestOrganisation house;
    private Side here;
    private Side there;

    @BeforeEach
    void readTheDescription() {
        api = OpenApi.read();
    }

    @Test
    void nothingOfAnotherOrganisationIsEverReturnedChangedOrConfirmedToExist() throws Exception {
        house = TestOrganisation.ofNewOrganisation();
        here = Known.of(furnished(house));
        there = Known.of(furnished(TestOrganisation.ofNewOrganisation()));
        walkEverything(Map.of(
                "a customer", house.customer(),
                "an agent", house.agent(),
                "a supervisor", house.supervisor(),
                "an admin", house.admin(),
                "a client", house.integration()));
    }

    @Test
    void nothingOfAnotherGroupIsEverReturnedChangedOrConfirmedToExist() throws Exception {
        house = TestOrganisation.ofNewOrganisation();
        long berlin = house.group("Berlin", null);
        long mitte = house.group("Mitte", berlin);
        long munich = house.group("Munich", null);
        house.isolate(true, true, true);
        for (long group : List.of(berlin, mitte, munich)) {
            furnish(group);
        }
        here = Known.of(new OfGroup(berlin, organisationOf(house)));
        there = Known.of(new OfGroup(munich, organisationOf(house)));
        var ofMunich = new OfGroup(munich, organisationOf(house));
        assertTrue(ofMunich.id("ticket") > 0 && ofMunich.id("agent") > 0 && ofMunich.id("orders") > 0, "furnished");
        walkEverything(Map.of(
                "a customer", house.customerOf(berlin),
                "an agent of the group", member(house.agent(), berlin, "GROUP"),
                "an agent who sees their own work", member(house.agent(), berlin, "OWN"),
                "an agent of no group", house.agent(),
                "a supervisor of the group and below", member(house.supervisor(), berlin, "SUBTREE"),
                "a supervisor of the group below", member(house.supervisor(), mitte, "GROUP"),
                "a client of the group", member(house.integration(), berlin, "GROUP")));
    }

    private void walkEverything(Map<String, Person> callers) throws Exception {
        for (var text : List.of(
                "routing_policy.name",
                "customer.name",
                "agent.name",
                "account.name",
                "orders.product",
                "ticket.note",
                "attachment.name",
                "recording.held_for",
                "business_hours.name",
                "saved_reply.text",
                "macro.name",
                "tag.name",
                "ticket_field.label",
                "ticket_view.name")) {
            var parts = text.split("\\.");
            TestDatabase.execute(
                    "update %s set %s = '%s' where %s".formatted(parts[0], parts[1], mark, there.owns(parts[0])));
        }
        var before = everythingOf(there);
        var operations = api.operations();
        // FeedTest covers the visibility of events.
        operations.removeIf(Operation::streams);
        operations.sort(Comparator.comparing(Operation::endsSessions));
        int asked = 0;
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var walks = callers.entrySet().stream()
                    .<Callable<Integer>>map(caller -> () -> operations.stream()
                            .mapToInt(operation -> walk(operation, caller.getKey(), caller.getValue()))
                            .sum())
                    .toList();
            for (var walk : threads.invokeAll(walks)) {
                asked += walk.get();
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(before, everythingOf(there), "what the other side has");
        assertTrue(asked > 200, "only " + asked + " requests were made");
    }

    /** @return how many requests were made */
    private int walk(Operation operation, String who, Person caller) {
        int asked = 0;
        var body = body(operation);
        var ownPath = path(operation, here::id);
        if (operation.path().contains("{")) {
            compare(
                    operation,
                    who,
                    call(operation, caller, path(operation, there::id), Map.of(), body),
                    call(operation, caller, path(operation, table -> UNKNOWN_ID), Map.of(), body));
            asked += 2;
        }
        for (var parameter : operation.parameters("query")) {
            var name = parameter.path("name").asText();
            // Things without a group are no secret inside the organisation.
            if (ID_LIKE.matcher(name).matches() && there.one(reference(name)) != null) {
                compare(
                        operation,
                        who,
                        call(operation, caller, ownPath, Map.of(name, there.one(reference(name))), null),
                        call(operation, caller, ownPath, Map.of(name, unknown(name)), null));
                asked += 2;
            }
        }
        if (body != null) {
            for (var name : names(body)) {
                // Things without a group are no secret inside the organisation.
                if (REFERENCES.containsKey(name) && there.one(reference(name)) != null) {
                    // A caller who creates something with either first takes both from the next, and not one of them.
                    synchronized (operation) {
                        compare(
                                operation,
                                who,
                                call(
                                        operation,
                                        caller,
                                        ownPath,
                                        Map.of(),
                                        with(body, name, there.one(reference(name)))),
                                call(operation, caller, ownPath, Map.of(), with(body, name, unknown(name))));
                    }
                    asked += 2;
                }
            }
        }
        if (operation.method().equals("GET")) {
            unmarked(operation, who, call(operation, caller, ownPath, Map.of(), null));
            asked++;
        }
        return asked;
    }

    private void compare(Operation operation, String who, Answer foreign, Answer unknown) {
        unmarked(operation, who, foreign);
        boolean same = foreign.status() == unknown.status()
                && (foreign.status() < 300 || neutral(foreign.text()).equals(neutral(unknown.text())));
        if (!same || foreign.status() >= 500) {
            wrong.add(operation + " by " + who + " answers a foreign thing with " + foreign.status() + " "
                    + foreign.text() + " and an unknown one with " + unknown.status() + " " + unknown.text());
        }
    }

    private void unmarked(Operation operation, String who, Answer answer) {
        if (answer.status() < 300 && answer.text().contains(mark)) {
            wrong.add(operation + " by " + who + " shows " + answer.text());
        }
    }

    private static String neutral(String body) {
        return body.replaceAll("\\d+", "#").replaceAll("(A-#|" + UNKNOWN_TEXT + ")", "@");
    }

    private static Answer call(
            Operation operation, Person caller, String path, Map<String, String> query, JsonNode body) {
        Map<String, String> headers = operation.consumes() == null
                ? Map.of()
                : Map.of("Content-Type", body == null ? operation.consumes() : "application/json");
        var parameters = query.entrySet().stream()
                .map(each -> "?" + each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return Wire.send(
                caller.token(), operation.method(), path + parameters, headers, body == null ? null : body.toString());
    }

    private static Side furnished(TestOrganisation house) {
        house.supervisor();
        house.reason("Lunch");
        long skill = house.skill("French");
        long queue = house.queue("Returns");
        var served = house.agent();
        house.skilled(served, skill, 8);
        house.serve(queue, served);
        house.businessHours();
        house.savedReply();
        house.macro(Map.of("reply", "Dear {customer.name}"));
        long tag = house.tag("VIP");
        house.field("serial_number", "TEXT");
        house.savedView(Map.of("tagId", List.of(tag)));
        house.policy(List.of(Map.of("name", "Returns", "queueId", queue)));
        var customer = house.customer();
        Wire.send(customer.token(), "POST", API + "/attachments?name=a.txt", Map.of(), "a file")
                .as(201);
        TestDatabase.execute(
                "insert into delivery (organisation_id, kind, lane, payload, attempts, created_at, parked_at)"
                        + " values (" + organisationOf(house) + ", 'ELSEWHERE', 'a', 'x', 1, utc_timestamp(),"
                        + " utc_timestamp())");
        long held = house.ticket(customer);
        house.awaitHeldBy(house.availableAgent(), held);
        called(customer, held);
        awaitNobodyFor(house.ticket(customer));
        return new OfOrganisation(organisationOf(house));
    }

    private void furnish(long group) {
        member(house.supervisor(), group, "GROUP");
        var agent = member(house.agent(), group, "GROUP");
        house.present(agent, "AVAILABLE");
        var customer = house.customerOf(group);
        long held = house.ticket(customer);
        house.awaitHeldBy(agent, held);
        called(customer, held);
        awaitNobodyFor(house.ticket(customer));
    }

    private static void called(Person customer, long ticket) {
        int call = customer.sends(Map.of("kind", "VOICE"))
                .post(API + "/tickets/{id}/calls", ticket)
                .path("id");
        customer.sends(Map.of()).post(API + "/calls/{id}/legs", call).then().statusCode(201);
        TestDatabase.execute(
                "insert into recording (organisation_id, call_id, ticket_id, queue_id, agent_id, state, source,"
                        + " started_at, milliseconds, bytes, partial, retention_days, held, held_for)"
                        + " select organisation_id, id, ticket_id, 1, 1, 'READY', 'DESK', started_at, 1000, 1, false,"
                        + " 90, false, '' from ticket_call where id = " + call,
                "insert into recording_segment (organisation_id, recording_id, number, account_id, from_ms, to_ms,"
                        + " chunks, bytes, complete) select organisation_id, id, 1, 1, 0, 1000, 1, 1, true"
                        + " from recording where call_id = " + call,
                "insert into recording_chunk (organisation_id, recording_id, segment, number, size, sha256, store_key)"
                        + " select organisation_id, id, 1, 1, 1, 'a', concat('nowhere/', id) from recording"
                        + " where call_id = " + call);
    }

    /** A message brings that about, and nothing may change afterwards. */
    private static void awaitNobodyFor(long ticket) {
        await().until(() -> TestDatabase.count("select count(*) from decision where ticket_id = " + ticket) > 0);
    }

    private Person member(Person person, long group, String sees) {
        house.member(group, person, sees);
        return person;
    }

    private static long organisationOf(TestOrganisation house) {
        return TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
    }

    /** Fills the parameters of the path: {@code /tickets/{id}} is a row of the table {@code ticket}. */
    private String path(Operation operation, ToLongFunction<String> id) {
        return PATH_PARAMETER
                .matcher(operation.path())
                .replaceAll(segment -> "/" + segment.group(1) + "/"
                        + id.applyAsLong(tables.computeIfAbsent(segment.group(1), IsolationTest::tableOf)));
    }

    private static String tableOf(String segment) {
        var collection = segment.replace('-', '_');
        var table = TABLES.getOrDefault(segment, collection.replaceAll("s$", ""));
        var tables = TestDatabase.list(
                "select table_name from information_schema.tables where table_schema = database()"
                        + " and table_name in ('" + collection + "', '" + table + "')",
                row -> row.getString(1));
        assertEquals(1, tables.size(), "the table of what /" + segment + "/{} names");
        return tables.getFirst();
    }

    private static String reference(String name) {
        var reference = REFERENCES.get(name);
        if (reference == null) {
            throw new AssertionError("Say in REFERENCES where things are that " + name + " names");
        }
        return reference;
    }

    private static String unknown(String name) {
        return name.endsWith("Id") ? Long.toString(UNKNOWN_ID) : UNKNOWN_TEXT;
    }

    /** The example of the description, with references to the caller's own things. */
    private JsonNode body(Operation operation) {
        var body = api.example(operation);
        if (body == null) {
            return null;
        }
        if (subject(body).has("tier")) {
            // A queue's member is an agent or a group.
            subject(body).remove("groupId");
        }
        for (var name : names(body)) {
            if (REFERENCES.containsKey(name) && here.one(reference(name)) != null) {
                body = with(body, name, here.one(reference(name)));
            }
        }
        if (body.has("orderedAt")) {
            subject(body).put("number", unique("B"));
        }
        return body;
    }

    /** The body, or the only thing that it lists. */
    private static ObjectNode subject(JsonNode body) {
        return (ObjectNode) (body.isArray() ? body.path(0) : body);
    }

    private static List<String> names(JsonNode body) {
        return subject(body).properties().stream().map(Map.Entry::getKey).toList();
    }

    private static JsonNode with(JsonNode body, String name, String value) {
        JsonNode changed = body.deepCopy();
        var nodes = JsonNodeFactory.instance;
        subject(changed)
                .set(name, name.endsWith("Id") ? nodes.numberNode(Long.parseLong(value)) : nodes.textNode(value));
        return changed;
    }

    /** Every row of every table, apart from changes by the passing of time. */
    private static String everythingOf(Side side) {
        return TestDatabase.list(
                        "select table_name from information_schema.columns where table_schema = database()"
                                + " and column_name = 'organisation_id' and table_name <> 'sign_in_failure'"
                                + " order by table_name",
                        row -> row.getString(1))
                .stream()
                .map(table -> table + ": "
                        + TestDatabase.list("select * from `" + table + "` where " + side.owns(table), row -> {
                            var values = new ArrayList<String>();
                            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                values.add(row.getString(i));
                            }
                            return values.toString();
                        }))
                .collect(Collectors.joining("\n"));
    }
}
