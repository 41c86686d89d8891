package org.patchbay.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.shared.time.Times;
import org.patchbay.testing.StatementLog;
import org.patchbay.testing.StatementLog.Sent;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;

/** MySQL's plans for the reads of the log among many events: a range of a key, in its order. */
@QuarkusTest
class EventPlansTest {

    private static final Pattern OF_EVENTS = Pattern.compile("(?s)^(select|update|delete)\\b.*\\bevent\\b.*");

    private static final String DIGIT = "(select 0 as d union all select 1 union all select 2 union all select 3"
            + " union all select 4 union all select 5 union all select 6 union all select 7 union all select 8"
            + " union all select 9)";

    @Inject
    FeedStore store;

    @Inject
    Scheduler scheduler;

    private TestOrganisation house;
    private long organisation;

    @BeforeEach
    void fill() {
        scheduler.pause();
        house = TestOrganisation.ofNewOrganisation();
        organisation = TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        for (long owner : List.of(organisation, organisation + 1_000_000)) {
            TestDatabase.execute("""
                    insert into event (organisation_id, number, type, ticket_id, status, agent_id, at)
                    select %d, - n, 'NOTED', if(n %% 7 = 0, null, 1 + n div 5), 'OPEN', n %% 50, utc_timestamp(6)
                    from (select a.d + 10 * b.d + 100 * c.d + 1000 * e.d as n from %2$s a, %2$s b, %2$s c, %2$s e) ns
                    """.formatted(owner, DIGIT));
        }
        TestDatabase.execute("analyze table event");
    }

    @AfterEach
    void removeTheMany() {
        TestDatabase.execute("delete from event where number <= 0");
        scheduler.resume();
    }

    @Test
    void everyReadOfTheLogIsARangeOfAKeyInItsOrder() {
        var agent = house.availableAgent();
        var customer = house.customer();
        long ticket = house.ticket(customer);
        house.awaitHeldBy(agent, ticket);
        house.skill("French");
        var statements = new TreeSet<String>();
        StatementLog.during(() -> {
                    house.admin().reads("/tickets/{id}/events", ticket);
                    customer.reads("/tickets/{id}/events", ticket);
                    agent.asks().get(API + "/me/events").then().statusCode(200);
                    agent.asks().get(API + "/me/events?after=1").then().statusCode(200);
                    store.after(organisation, 1);
                    store.removeBefore(organisation, Times.now().plusSeconds(1), 1000);
                })
                .stream()
                .map(Sent::sql)
                .filter(sql -> OF_EVENTS.matcher(sql).matches())
                .forEach(statements::add);
        assertTrue(statements.size() >= 7, statements::toString);
        var wrong = new ArrayList<String>();
        for (var sql : statements) {
            TestDatabase.list("explain " + sql, row -> {
                if (!isFine(row.getString("table"), row.getString("key"), row.getString("Extra"))) {
                    wrong.add("%s by %s, %s: %s"
                            .formatted(row.getString("table"), row.getString("key"), row.getString("Extra"), sql));
                }
                return null;
            });
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean isFine(String table, String key, String extra) {
        boolean derived = table == null || table.startsWith("<");
        return derived || key != null && (extra == null || !extra.contains("filesort") && !extra.contains("temporary"));
    }
}
