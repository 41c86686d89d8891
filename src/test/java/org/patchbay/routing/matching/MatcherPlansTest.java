package org.patchbay.routing.matching;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.queues.Distribution;
import org.patchbay.routing.decisions.MatchQueries;
import org.patchbay.routing.decisions.MatchRequest;
import org.patchbay.routing.matching.AssignmentTransaction.MatchResult;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.testing.StatementLog;
import org.patchbay.testing.StatementLog.Sent;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.tickets.OpenTicket;
import org.patchbay.tickets.TicketDispatch.TicketStep;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.Tickets;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * The reads of openings, ends and a matcher in a small centre and in one of many more agents and tickets, of a
 * hundred times as many with {@code -Dproofs=long}: the same number of rows, each by the key meant for it. MySQL counts
 * and logs the very statements that it sends.
 */
@QuarkusTest
class MatcherPlansTest {

    private static final int FEW = 100;
    private static final int MANY = "long".equals(System.getProperty("proofs")) ? 10_000 : 2_000;

    /** The tables that grow, and by which keys a matcher may read them. */
    private static final Map<String, Set<String>> KEYS = Map.of(
            "ticket", Set.of("ix_ticket_pool", "PRIMARY", "uk_ticket_id"),
            "agent", Set.of("PRIMARY", "uk_agent_id"),
            "seat", Set.of("ix_seat_free", "PRIMARY"),
            "assignment", Set.of("ix_assignment_ticket", "ix_assignment_live_agent"),
            "decision", Set.of("ix_decision_ticket"));

    /** Keys that openings and ends may use as well: for what a held ticket shows, and for the assignment that ends. */
    private static final Map<String, Set<String>> KEYS_OF_STEPS =
            Map.of("ticket", Set.of("ix_ticket_agent"), "assignment", Set.of("uk_assignment_live_ticket", "PRIMARY"));

    /**
     * Keys that other tables refer to. A lock on an entry makes referring rows wait: both have to begin with the row.
     */
    private static final Set<String> REFERRED_TO = Set.of("uk_ticket_id", "uk_agent_id");

    private static final Set<String> RANGES = Set.of("const", "eq_ref", "ref", "range");
    private static final Pattern TABLE = Pattern.compile("(?:from|join|update) (\\w+)(?: (\\w+))?");

    @Inject
    AssignmentTransaction transaction;

    @Inject
    MatchQueries matchQueries;

    @Inject
    Tickets tickets;

    @Inject
    ObjectMapper json;

    @Inject
    CurrentOrganisation currentOrganisation;

    @Inject
    EntityManager entities;

    @Inject
    Scheduler scheduler;

    @CacheName("pool-summaries")
    Cache summaries;

    /**
     * @param ticket the last in the order of its pool
     * @param agent the last in the order of each pool
     * @param request opens one more
     */
    record Centre(long organisation, long ticket, long agent, OpenTicket request) {

        Actor asAgent() {
            return new Actor(organisation, agent, "Agent", Set.of(Role.AGENT), Optional.empty());
        }

        Actor asAdmin() {
            return new Actor(organisation, 1, "Admin", Set.of(Role.ADMIN), Optional.empty());
        }
    }

    /** @param given statements that MySQL runs before */
    record Scene(
            String name,
            boolean busy,
            Function<Centre, List<String>> given,
            Function<Centre, Object> work,
            Map<String, Set<String>> moreKeys) {

        Scene(String name, boolean busy, Function<Centre, List<String>> given, Function<Centre, Object> work) {
            this(name, busy, given, work, Map.of());
        }

        boolean mayRead(String table, String key) {
            return KEYS.get(table).contains(key)
                    || moreKeys.getOrDefault(table, Set.of()).contains(key);
        }
    }

    record Seen(Object outcome, long reads, List<String> statements) {}

    private final List<Centre> centres = new ArrayList<>();

    @BeforeEach
    void nobodyElseMatches() {
        scheduler.pause();
    }

    @AfterEach
    void removeTheCentres() {
        for (var centre : centres) {
            TestDatabase.execute(
                    "delete from assignment where organisation_id = " + centre.organisation(),
                    "delete from agent_limit where organisation_id = " + centre.organisation(),
                    "delete from seat where organisation_id = " + centre.organisation(),
                    "delete t from ticket t left join event e on e.organisation_id = t.organisation_id"
                            + " and e.ticket_id = t.id where e.number is null"
                            + " and t.organisation_id = " + centre.organisation(),
                    "delete from agent where organisation_id = " + centre.organisation());
        }
        scheduler.resume();
    }

    @Test
    void aMatchReadsNoMoreOfManyMoreAgentsAndTickets() {
        var small = Map.of(false, calm(FEW), true, busy(FEW));
        var large = Map.of(false, calm(MANY), true, busy(MANY));
        summaries.invalidateAll().await().indefinitely();
        var wrong = new ArrayList<String>();
        for (var scene : scenes()) {
            var few = seen(small.get(scene.busy()), scene);
            var many = seen(large.get(scene.busy()), scene);
            Log.infof("%s: %s, %d rows read", scene.name(), many.outcome(), many.reads());
            assertEquals(few.outcome(), many.outcome(), scene.name());
            if (many.reads() > few.reads()) {
                wrong.add("%s: %d rows were read of many, %d of few, by%n%s"
                        .formatted(scene.name(), many.reads(), few.reads(), String.join("\n", many.statements())));
            }
            wrong.addAll(wrongPlans(large.get(scene.busy()), scene, many.statements()));
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    private List<Scene> scenes() {
        Function<Centre, List<String>> nothing = centre -> List.of();
        Function<Centre, List<String>> opened =
                centre -> List.of("update ticket set status = 'OPEN' where id = " + centre.ticket());
        Function<Centre, List<String>> freed =
                centre -> List.of("update agent set load_units = 0 where id = " + centre.agent());
        Function<Centre, List<String>> placed = centre -> List.of(
                "update agent set load_units = 0, seated = true where id = " + centre.agent(),
                "update seat set place = 1 where agent_id = " + centre.agent());
        Function<Centre, List<String>> held = centre -> List.of(
                "update ticket set status = 'IN_PROGRESS', waiting_since = null, agent_id = " + centre.agent()
                        + " where id = " + centre.ticket(),
                "insert into assignment (organisation_id, ticket_id, agent_id, status, units, assigned_at)"
                        + " values (%d, %d, %d, 'ACTIVE', 1, utc_timestamp(6))"
                                .formatted(centre.organisation(), centre.ticket(), centre.agent()),
                "update agent set load_units = 1, seated = false where id = " + centre.agent(),
                "update seat set place = null where agent_id = " + centre.agent());
        return List.of(
                new Scene("a ticket is opened while all are free", false, nothing, this::openedTicket, KEYS_OF_STEPS),
                new Scene(
                        "a ticket is opened while one agent is free", true, placed, this::openedTicket, KEYS_OF_STEPS),
                new Scene("a ticket is opened while nobody is free", true, nothing, this::openedTicket, KEYS_OF_STEPS),
                new Scene("an agent resolves while nothing waits", false, held, this::resolvedTicket, KEYS_OF_STEPS),
                new Scene("an agent resolves while much waits", true, held, this::resolvedTicket, KEYS_OF_STEPS),
                new Scene("a ticket comes while all are free", false, opened, this::agentForTheTicket),
                new Scene("an agent looks while nothing waits", false, nothing, this::ticketForTheAgent),
                new Scene("an idle agent is looked at while nothing waits", false, nothing, this::somethingForTheAgent),
                new Scene("an idle agent is looked at while much waits", true, placed, this::somethingForTheAgent),
                new Scene("the sweep looks while nothing waits", false, nothing, this::anything),
                new Scene("the sweep finds a ticket while all are free", false, opened, this::anything),
                new Scene("a ticket comes while nobody is free", true, nothing, this::agentForTheTicket),
                new Scene("an agent is freed while much waits", true, freed, this::ticketForTheAgent),
                new Scene("a ticket comes while one agent is free", true, placed, this::agentForTheTicket),
                new Scene("the sweep looks while nobody is free", true, nothing, this::anything),
                new Scene("the sweep finds an agent while much waits", true, placed, this::anything));
    }

    private TicketStatus openedTicket(Centre centre) {
        return tickets.open(centre.asAdmin(), centre.request(), null).status();
    }

    private TicketStatus resolvedTicket(Centre centre) {
        return tickets.take(new TicketStep(centre.asAgent(), centre.ticket(), Step.RESOLVE, null, null, null))
                .status();
    }

    private MatchResult agentForTheTicket(Centre centre) {
        return transaction.attempt(MatchRequest.agentFor(centre.ticket()));
    }

    private MatchResult ticketForTheAgent(Centre centre) {
        return transaction.attempt(MatchRequest.ticketFor(centre.agent()));
    }

    private boolean somethingForTheAgent(Centre centre) {
        return !matchQueries.couldTakeSomething(Set.of(centre.agent())).isEmpty();
    }

    private boolean anything(Centre centre) {
        return !matchQueries.stranded(1).isEmpty();
    }

    /**
     * The second time: each replica remembers for some seconds how many agents of a pool could not be given anything.
     */
    private Seen seen(Centre centre, Scene scene) {
        inVain(centre, scene, connection -> scene.work().apply(centre));
        return inVain(centre, scene, connection -> {
            long id = numbers(connection, "select connection_id()").getFirst();
            var outcome = new AtomicReference<>();
            var reads = new AtomicLong();
            var sent = StatementLog.during(() -> {
                // Rows that a condition on the key rejects are read too.
                execute(connection, "set optimizer_switch = 'index_condition_pushdown=off'");
                long before = reads(connection);
                long between = reads(connection);
                outcome.set(scene.work().apply(centre));
                entities.flush();
                long after = reads(connection);
                reads.set(after - between - (between - before));
                execute(connection, "set optimizer_switch = default");
            });
            var statements = sent.stream()
                    .filter(statement -> statement.connection() == id)
                    .map(Sent::sql)
                    .filter(sql -> sql.startsWith("select") || sql.startsWith("update"))
                    .distinct()
                    .toList();
            return new Seen(outcome.get(), reads.get(), statements);
        });
    }

    private List<String> wrongPlans(Centre centre, Scene scene, List<String> statements) {
        return inVain(centre, scene, connection -> statements.stream()
                .flatMap(sql -> wrongIn(sql, scene, connection).stream())
                .toList());
    }

    private static List<String> wrongIn(String sql, Scene scene, Connection connection) {
        var tables = new HashMap<String, String>();
        TABLE.matcher(sql).results().forEach(found -> {
            tables.put(found.group(1), found.group(1));
            tables.put(found.group(2), found.group(1));
        });
        var wrong = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("explain " + sql)) {
            while (rows.next()) {
                var table = tables.getOrDefault(rows.getString("table"), "");
                var type = rows.getString("type");
                var key = rows.getString("key");
                var extra = rows.getString("Extra");
                if (KEYS.containsKey(table)
                        && (type == null
                                || !RANGES.contains(type)
                                || !scene.mayRead(table, key)
                                || sql.contains("for update") && REFERRED_TO.contains(key)
                                || !type.equals("const") && extra != null && extra.contains("filesort"))) {
                    wrong.add(rows.getString("table") + " is read by " + type + " of " + key + " (" + extra + "): "
                            + sql);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return wrong;
    }

    /** Does something in a transaction in the centre, without leaving anything behind. */
    private <T> T inVain(Centre centre, Scene scene, Function<Connection, T> work) {
        return currentOrganisation.in(centre.organisation(), (Supplier<T>) () -> {
            QuarkusTransaction.begin();
            try {
                return entities.unwrap(Session.class).doReturningWork(connection -> {
                    scene.given().apply(centre).forEach(sql -> execute(connection, sql));
                    return work.apply(connection);
                });
            } finally {
                QuarkusTransaction.rollback();
            }
        });
    }

    private static long reads(Connection connection) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show session status like 'Handler_read%'")) {
            long sum = 0;
            while (rows.next()) {
                sum += rows.getLong(2);
            }
            return sum;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> numbers(Connection connection, String sql) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var numbers = new ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void execute(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** So many agents wait for tickets; as many tickets were resolved. */
    private Centre calm(int size) {
        return centre(size, true);
    }

    /** So many tickets wait for agents, of whom as many are busy. */
    private Centre busy(int size) {
        return centre(size, false);
    }

    private Centre centre(int size, boolean free) {
        var house = TestOrganisation.ofNewOrganisation();
        long organisation =
                TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        long root = TestDatabase.count("select id from org_group where root_of = " + organisation);
        var shop = house.integration();
        var customer = house.customer();
        var pools = new ArrayList<Long>();
        for (var distribution : Distribution.values()) {
            long queue = house.queue(distribution.name(), Map.of("distribution", distribution.name()));
            house.admin()
                    .sends(List.of(Map.of("groupId", root)))
                    .put(TestOrganisation.API + "/queues/{id}/members", queue)
                    .then()
                    .statusCode(200);
            long ticket = house.ticket(shop, house.order(customer), Map.of("queueId", queue));
            house.admin().takes("cancel", ticket).then().statusCode(200);
            pools.add(TestDatabase.count("select pool_id from ticket where id = " + ticket));
        }
        long firstAgent = 1_000_000_000 + organisation * 100_000;
        var numbers = " with recursive n (i) as (select 1 union all select i + 1 from n where i < %d) ".formatted(size);
        var pool = "elt(1 + i %% %d, %s)"
                .formatted(pools.size(), pools.stream().map(Object::toString).collect(Collectors.joining(", ")));
        TestDatabase.execute(
                "set session cte_max_recursion_depth = 1000000",
                "insert into agent (id, organisation_id, name, presence, presence_since, capacity, load_units,"
                        + " idle_since, created_at, version, seated) " + numbers
                        + (" select %d + i, %d, 'Agent', 'AVAILABLE', utc_timestamp(6), 1, %d, utc_timestamp(6),"
                                        + " utc_timestamp(6), 0, %b from n")
                                .formatted(firstAgent, organisation, free ? 0 : 1, free),
                "insert into seat (organisation_id, agent_id, pool_id, tier, score, served_at, place, idle_since)"
                        + (" select a.organisation_id, a.id, p.id, 1, 0, a.created_at, %s, a.idle_since"
                                        + " from pool p join agent a")
                                .formatted(free ? "a.id" : "null")
                        + " on a.organisation_id = p.organisation_id where p.organisation_id = " + organisation,
                "insert into ticket (organisation_id, group_id, queue_id, pool_id, channel, status, reason,"
                        + " priority, customer_id, opened_at, waiting_since, updated_at, version)" + numbers
                        + (" select p.organisation_id, %d, p.queue_id, p.id, 'RETURN_CASE', '%s', 'DAMAGED',"
                                        + " 1 + i * 4 div %d, %d, utc_timestamp(6) + interval i second,"
                                        + " utc_timestamp(6), utc_timestamp(6), 0 from n join pool p on p.id = %s")
                                .formatted(root, free ? "RESOLVED" : "OPEN", size + 1, customer.id(), pool));
        TestDatabase.execute(
                "insert into assignment (organisation_id, ticket_id, agent_id, status, units, assigned_at, ended_at)"
                        + " select t.organisation_id, t.id, %d, 'COMPLETED', 1, utc_timestamp(6), utc_timestamp(6)"
                                .formatted(firstAgent + 1)
                        + " from ticket t where t.status = 'RESOLVED' and t.organisation_id = " + organisation);
        for (long agent : List.of(firstAgent + 1, firstAgent + size)) {
            TestDatabase.execute(("insert into agent_limit (organisation_id, agent_id, channel, maximum)"
                            + " values (%d, %d, 'RETURN_CASE', 5)")
                    .formatted(organisation, agent));
        }
        long lastQueue = TestDatabase.count("select queue_id from pool where id = " + pools.getLast());
        var centre = new Centre(
                organisation,
                TestDatabase.count("select max(id) from ticket where organisation_id = " + organisation),
                firstAgent + size,
                json.convertValue(
                        Map.of(
                                "orderNumber",
                                house.order(customer).number(),
                                "reason",
                                "DAMAGED",
                                "queueId",
                                lastQueue),
                        OpenTicket.class));
        centres.add(centre);
        return centre;
    }
}
