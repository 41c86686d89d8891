package org.patchbay.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.StatementLog;
import org.patchbay.testing.StatementLog.Sent;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;

/**
 * MySQL's plans among the tickets of many organisations: for the very statements that lists, counts, exports, reads by
 * id and matchers send, as its general log shows them. Each reads a range of an index of {@code ticket}, no longer than
 * the rows of one organisation. With {@code -Dproofs=long} there are a million tickets.
 */
@QuarkusTest
class TicketPlansTest {

    private static final int ORGANISATIONS = "long".equals(System.getProperty("proofs")) ? 1_000 : 100;

    /** Tickets of each organisation. */
    private static final int EACH = 1_000;

    private static final Set<String> RANGES = Set.of("const", "eq_ref", "ref", "range", "index_merge");
    private static final Pattern TICKET = Pattern.compile("\\b(?:from|join) ticket (\\w+)");
    private static final List<String> LISTS = List.of(
            "/tickets",
            "/tickets?sort=openedAt",
            "/tickets?sort=priority",
            "/tickets?status=OPEN&sort=priority",
            "/tickets?status=RESOLVED",
            "/tickets?status=OPEN&status=PENDING",
            "/tickets?status=OPEN&status=RESOLVED",
            "/tickets?queueId=%queue%",
            "/tickets?queueId=%queue%&status=OPEN&sort=priority",
            "/tickets?channel=RETURN_CASE",
            "/tickets?priority=HIGH",
            "/tickets/count?queueId=%queue%",
            "/tickets?openedFrom=2026-01-01T00:00:00Z&openedTo=2026-02-01T00:00:00Z",
            "/tickets?text=lamp",
            "/tickets?text=lamp+desk+x",
            "/tickets?text=lamp&sort=-openedAt",
            "/tickets?text=lamp&status=OPEN&sort=priority",
            "/tickets/count?text=lamp&customerId=%customer%",
            "/tickets?sort=answerDueAt",
            "/tickets?sort=resolutionDueAt",
            "/tickets?answerDueBefore=2026-01-01T00:00:00Z",
            "/tickets?resolutionDueBefore=2026-01-01T00:00:00Z&status=IN_PROGRESS",
            "/tickets?customerId=%customer%",
            "/tickets?agentId=%agent%",
            "/tickets?groupId=%group%",
            "/tickets?expand=true&status=OPEN",
            "/tickets/count",
            "/tickets/count?status=OPEN",
            "/tickets/%ticket%",
            "/tickets/%ticket%/events");

    /** Customers may not ask for these. */
    private static final List<String> LISTS_OF_STAFF = List.of(
            "/tickets?tagId=%tag%",
            "/tickets?tagId=%tag%&tagId=%tag%&sort=openedAt",
            "/tickets?tagId=%tag%&status=OPEN&sort=priority",
            "/tickets?tagId=%tag%&queueId=%queue%&sort=answerDueAt",
            "/tickets?tagId=%tag%&text=lamp",
            "/tickets/count?tagId=%tag%",
            "/tickets?field=told:lamp",
            "/tickets?field=amount:10..20&sort=openedAt",
            "/tickets?field=bought_on:..2026-01-31&field=told:lamp&status=RESOLVED",
            "/tickets/count?field=amount:10..&tagId=%tag%",
            "/tickets?dueWithinMinutes=60",
            "/tickets?mine=true&status=IN_PROGRESS");

    private TestOrganisation house;

    @AfterEach
    void removeTheMany() {
        TestDatabase.execute("drop database if exists patchbay_plans");
    }

    @Test
    void everyReadOfTicketsIsARangeScanOfAnIndex() {
        house = TestOrganisation.ofNewOrganisation();
        long berlin = house.group("Berlin", null);
        long munich = house.group("Munich", null);
        var customer = house.customerOf(berlin);
        var agent = member(house.agent(2), berlin, "OWN");
        var supervisor = member(house.supervisor(), berlin, "SUBTREE");
        house.isolate(true, true, true);
        house.present(agent, "AVAILABLE");
        long ticket = house.ticket(customer);
        house.awaitHeldBy(agent, ticket);
        long queue = house.admin().reads("/queues").getLong("items[0].id");
        long tag = house.tag("VIP");
        house.field("told", "TEXT");
        house.field("amount", "NUMBER");
        house.field("bought_on", "DATE");
        attribute(ticket, tag);
        var names = Map.of(
                "customer",
                customer.id(),
                "agent",
                agent.id(),
                "group",
                berlin,
                "ticket",
                ticket,
                "queue",
                queue,
                "tag",
                tag);
        var statements = new TreeSet<String>();
        statements.addAll(sentBy(() -> {
            for (var who : List.of(supervisor, agent, customer)) {
                readAll(who, LISTS, names);
            }
            for (var who : List.of(supervisor, agent)) {
                readAll(who, LISTS_OF_STAFF, names);
            }
            long another = house.ticket(customer);
            house.awaitHeldBy(agent, another);
        }));
        house.isolate(false, false, false);
        statements.addAll(sentBy(() -> {
            readAll(house.admin(), LISTS, names);
            readAll(house.admin(), LISTS_OF_STAFF, names);
            supervisor.takes("release", ticket).then().statusCode(200);
            house.awaitHeldBy(agent, ticket);
        }));
        assertTrue(statements.size() > 3 * LISTS.size(), "only " + statements.size() + " were seen");

        long organisation =
                TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        writeMany(organisation, List.of(berlin, munich), queue, customer.id(), agent.id());
        assertEquals(
                List.of(),
                statements.stream().flatMap(sql -> wrongIn(sql).stream()).toList());
    }

    private void attribute(long ticket, long tag) {
        var admin = house.admin();
        var fields = Map.of("told", "lamp", "amount", 15, "bought_on", "2026-01-01");
        admin.sends(Map.of("add", List.of(tag)))
                .post(API + "/tickets/{id}/tags", ticket)
                .then()
                .statusCode(200);
        admin.sends(Map.of("fields", fields))
                .put(API + "/tickets/{id}/fields", ticket)
                .then()
                .statusCode(200);
    }

    private static void readAll(Person who, List<String> lists, Map<String, Long> names) {
        for (var list : lists) {
            var path = list;
            for (var name : names.entrySet()) {
                path = path.replace("%" + name.getKey() + "%", name.getValue().toString());
            }
            who.reads(path);
        }
    }

    private Person member(Person person, long group, String sees) {
        house.member(group, person, sees);
        return person;
    }

    /** The statements on the table during the work, with their parameters filled in. */
    private static List<String> sentBy(Runnable work) {
        return StatementLog.during(work).stream()
                .map(Sent::sql)
                .filter(sql -> sql.startsWith("select") && TICKET.matcher(sql).find())
                .toList();
    }

    private static void writeMany(long organisation, List<Long> groups, long queue, long customer, long agent) {
        TestDatabase.execute(
                // Left over by a run that was stopped.
                "drop database if exists patchbay_plans",
                "create database patchbay_plans",
                "create table patchbay_plans.digit (d int primary key)",
                "insert into patchbay_plans.digit values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)");
        var tables = TestDatabase.list(
                "select table_name from information_schema.tables where table_schema = database()"
                        + " and table_type = 'BASE TABLE'",
                row -> row.getString(1));
        for (var table : tables) {
            TestDatabase.execute("create table patchbay_plans.`%1$s` like `%1$s`".formatted(table));
        }
        // Tables that statements join with tickets must have rows, else MySQL knows without a plan that nothing is
        // found.
        tables.stream().filter(table -> !table.equals("ticket")).forEach(TicketPlansTest::copy);
        long pool = TestDatabase.count("select min(id) from pool where organisation_id = " + organisation);
        var keys = TestDatabase.list(
                "select if(non_unique, 'key', 'unique key'), index_name, group_concat(column_name"
                        + " order by seq_in_index) from information_schema.statistics where table_schema ="
                        + " database() and table_name = 'ticket' and index_name <> 'PRIMARY' group by non_unique,"
                        + " index_name",
                row -> List.of(row.getString(1), row.getString(2), row.getString(3)));
        // Keys that are sorted once are written several times faster than keys that grow by a million rows.
        TestDatabase.execute(
                "alter table patchbay_plans.ticket "
                        + keys.stream().map(key -> "drop key " + key.get(1)).collect(Collectors.joining(", ")),
                """
                insert into patchbay_plans.ticket (id, organisation_id, group_id, queue_id, pool_id, channel, status,
                    reason, priority, customer_id, agent_id, opened_at, updated_at, version)
                select n + 1, %1$d + n div %2$d, if(n %% 10 = 0, %3$d, %4$d), %9$d,
                    if(n < %2$d, %7$d, n), 'RETURN_CASE',
                    if(n %% 50 = 0, 'OPEN', 'RESOLVED'), 'DAMAGED', 3, if(n %% 100 = 0, %5$d, n),
                    if(n %% 50 = 7, %6$d, n %% 7), utc_timestamp(6) - interval n second, utc_timestamp(6), 0
                from (select straight_join a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d + 100000 * f.d as n
                    from patchbay_plans.digit f, patchbay_plans.digit e, patchbay_plans.digit d, patchbay_plans.digit c,
                        patchbay_plans.digit b, patchbay_plans.digit a
                    where f.d < %8$d) numbers
                """.formatted(
                                organisation,
                                EACH,
                                groups.get(0),
                                groups.get(1),
                                customer,
                                agent,
                                pool,
                                ORGANISATIONS * EACH / 100_000,
                                queue),
                "alter table patchbay_plans.ticket "
                        + keys.stream()
                                .map(key -> "add %s %s (%s)".formatted(key.toArray()))
                                .collect(Collectors.joining(", ")),
                "analyze table patchbay_plans.ticket");
    }

    private static void copy(String table) {
        var columns = String.join(
                ", ",
                TestDatabase.list(
                        "select column_name from information_schema.columns where table_schema = database()"
                                + " and table_name = '" + table + "' and extra not like '%GENERATED%'",
                        row -> "`" + row.getString(1) + "`"));
        TestDatabase.execute(
                "insert into patchbay_plans.`%1$s` (%2$s) select %2$s from `%1$s`".formatted(table, columns));
    }

    private static List<String> wrongIn(String sql) {
        var aliases = TICKET.matcher(sql).results().map(found -> found.group(1)).toList();
        var wrong = new ArrayList<String>();
        var byWords = new ArrayList<String>();
        TestDatabase.list("patchbay_plans", "explain " + sql, row -> {
            var type = row.getString("type");
            boolean ofTickets = aliases.contains(row.getString("table"));
            if (ofTickets && (type == null || !RANGES.contains(type) || row.getLong("rows") > 2 * EACH)) {
                wrong.add(type + " by " + row.getString("key") + " of " + row.getLong("rows") + " rows: " + sql);
            }
            if ("fulltext".equals(type)) {
                byWords.add(type);
            }
            return null;
        });
        // A second one would be read once for each row of the first.
        if (byWords.size() > 1) {
            wrong.add("several full-text searches: " + sql);
        }
        return wrong;
    }
}
