package org.patchbay.supervision;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.StatementLog;
import org.patchbay.testing.StatementLog.Sent;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;

/**
 * The floor's reads of tickets, in an organisation that resolved ten thousand of them before today: ranges of the two
 * indexes that are meant for it, and none of those. MySQL logs the very statements that the application sends.
 */
@QuarkusTest
class FloorPlansTest {

    private static final int RESOLVED = 10_000;
    private static final int TODAY = 20;
    private static final Pattern TICKET = Pattern.compile("\\b(?:from|join|,) ?ticket (\\w+)");

    @Inject
    Scheduler scheduler;

    private long organisation;

    @AfterEach
    void removeTheTickets() {
        TestDatabase.execute("delete t from ticket t left join event e on e.organisation_id = t.organisation_id"
                + " and e.ticket_id = t.id where e.number is null"
                + " and t.organisation_id = " + organisation);
        scheduler.resume();
    }

    @Test
    void theFloorReadsNothingOfWhatWasDoneBeforeToday() {
        var house = TestOrganisation.ofNewOrganisation();
        organisation = TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        var customer = house.customer();
        var agent = house.agent(TODAY);
        house.present(agent, "AVAILABLE");
        long held = house.ticket(customer);
        house.awaitHeldBy(agent, held);
        house.present(agent, "OFFLINE");
        house.ticket(customer);
        long berlin = house.group("Berlin", null);
        var ofBerlin = house.supervisor();
        house.member(berlin, ofBerlin, "GROUP");
        house.member(berlin, agent, "OWN");
        write(held, "RESOLVED", RESOLVED, 30);
        write(held, "RESOLVED", TODAY, 0);
        scheduler.pause();

        var statements = new TreeSet<>(sentBy(house.admin()));
        house.isolate(true, true, true);
        statements.addAll(sentBy(ofBerlin));
        assertTrue(statements.size() >= 6, () -> "only these were seen: " + statements);
        for (var sql : statements) {
            var alias = TICKET.matcher(sql).results().findFirst().orElseThrow().group(1);
            for (var plan : TestDatabase.list(
                    "explain " + sql,
                    row -> List.of(
                            row.getString("table"),
                            String.valueOf(row.getString("type")),
                            String.valueOf(row.getString("key")),
                            row.getString("rows")))) {
                if (plan.getFirst().equals(alias)) {
                    assertEquals("range", plan.get(1), sql);
                    assertTrue(List.of("ix_ticket_waiting", "ix_ticket_left").contains(plan.get(2)), sql);
                    assertTrue(Long.parseLong(plan.get(3)) <= 3 * TODAY, () -> plan + " of " + sql);
                }
            }
        }
    }

    /** Copies a ticket so many times, given to an agent and resolved so many days ago. */
    private void write(long like, String status, int tickets, int daysAgo) {
        TestDatabase.execute(
                "set session cte_max_recursion_depth = 1000000",
                ("insert into ticket (organisation_id, group_id, queue_id, pool_id, channel, status, reason,"
                                + " priority, customer_id, agent_id, opened_at, updated_at, left_at, left_queue_id,"
                                + " resolved_at, version) with recursive n (i) as (select 1 union all select i + 1"
                                + " from n where i < %1$d) select organisation_id, group_id, queue_id, pool_id,"
                                + " channel, '%2$s', reason, priority, customer_id, agent_id,"
                                + " opened_at - interval %4$d day, updated_at, left_at - interval %4$d day,"
                                + " left_queue_id, utc_timestamp(6), 0 from n join ticket t on t.id = %3$d")
                        .formatted(tickets, status, like, daysAgo));
        TestDatabase.execute("analyze table ticket");
    }

    private static List<String> sentBy(Person who) {
        Runnable floor = () -> {
            for (var path : List.of("/floor", "/floor/agents")) {
                who.asks().get(API + path).then().statusCode(200);
            }
        };
        return StatementLog.during(floor).stream()
                .map(Sent::sql)
                .filter(sql -> sql.startsWith("select") && TICKET.matcher(sql).find())
                .toList();
    }
}
