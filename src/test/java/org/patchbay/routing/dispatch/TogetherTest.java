package org.patchbay.routing.dispatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.StatementLog;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;
import org.patchbay.testing.TestOrganisation.Purchase;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Requests of one moment are one transaction, and each is answered as if it had come alone. */
@QuarkusTest
class TogetherTest {

    private static final int MANY = 5;
    /** More than a group of requests has when it waits. */
    private static final int CHANGES = 200;

    private static final String KEY_THAT_TICKETS_REFER_TO = "uk_group_id";
    private static final String COPY = """
            insert into ticket (organisation_id, group_id, queue_id, pool_id, channel, status, priority, customer_id,
            order_id, order_number, opened_at, waiting_since, updated_at, version)
            select organisation_id, group_id, queue_id, pool_id, channel, status, priority, customer_id,
            %d, order_number, opened_at, waiting_since, updated_at, version from ticket where id = %d""";

    private static final Pattern WAITING = Pattern.compile("(?m)^patchbay_commands_waiting\\S* (\\S+)$");

    private final TestOrganisation house = new TestOrganisation();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void clear() {
        house.clear();
    }

    @AfterEach
    void end() {
        threads.close();
        house.clear();
    }

    @Test
    void manyTicketsAreStoredAndGivenInOneTransaction() throws Exception {
        var agents = IntStream.rangeClosed(0, MANY)
                .mapToObj(i -> house.availableAgent())
                .toList();
        var customer = house.customer();
        var orders = manyOrders(customer);
        var answers = new ArrayList<Response>();
        var sent = StatementLog.during(() -> answers.addAll(together(customer, openings(customer, orders))));
        answers.forEach(answer -> answer.then().statusCode(201).body("status", is("IN_PROGRESS")));
        assertEquals(List.of(1L, (long) MANY), storedTogether(sent));
        assertEquals(
                agents.size(),
                TestDatabase.count("select count(distinct agent_id) from ticket where customer_id = " + customer.id()));
    }

    @Test
    void whatIsRefusedStopsNothingThatIsAskedTogetherWithIt() throws Exception {
        var agent = house.availableAgent();
        var customer = house.customer();
        var stranger = house.customer();
        long held = house.ticket(customer);
        house.awaitHeldBy(agent, held);
        var order = house.order(customer);
        var answers = together(
                customer,
                List.of(
                        () -> opens(customer, order),
                        () -> opens(customer, order),
                        () -> agent.asks()
                                .header("If-Match", "\"4711\"")
                                .contentType("application/json")
                                .post(API + "/tickets/{id}/resolve", held),
                        () -> stranger.takes("cancel", held),
                        () -> agent.takes("resolve", held),
                        () -> agent.takes("pend", held)));
        answers.get(0).then().statusCode(201);
        answers.get(1)
                .then()
                .spec(refused(409, "live-ticket-exists"))
                .body("ticket", is(API + "/tickets/" + answers.get(0).path("id")));
        answers.get(2).then().spec(refused(412, "version-mismatch"));
        answers.get(3).then().spec(refused(404, "not-found"));
        answers.get(4).then().statusCode(200).body("status", is("RESOLVED"));
        answers.get(5).then().spec(refused(403, "forbidden"));
        assertEquals(1, TestDatabase.count("select count(*) from ticket where live_order_id = " + order.id()));
    }

    /**
     * Another ticket for one of the orders comes between the look and the insert of the others, which the lock keeps
     * apart; the first request loses its connection, so that the others begin.
     */
    @Test
    void whatTheDatabaseRefusesIsDoneAgainEachByItself() throws Exception {
        var customer = house.customer();
        var orders = manyOrders(customer);
        var like = house.ticket(customer);
        var answers = together(customer, openings(customer, orders), lock -> {
            TestDatabase.execute(
                    "kill " + TestDatabase.awaitTransactions("LOCK WAIT", 1).getFirst());
            TestDatabase.awaitTransactions("LOCK WAIT", 2);
            lock.execute(COPY.formatted(orders.get(2).id(), like));
        });
        answers.remove(2).then().spec(refused(409, "live-ticket-exists"));
        answers.forEach(answer -> answer.then().statusCode(201));
        assertEquals(MANY + 2, TestDatabase.count("select count(*) from ticket where customer_id = " + customer.id()));
    }

    /**
     * The one who holds the lock asks for a ticket that the others are storing: a cycle, which the database breaks at
     * their cost, because it rolls back whoever has changed fewer rows. The first request loses its connection, so that
     * the others begin.
     */
    @Test
    void whatADeadlockStopsIsDoneAgainEachByItself() throws Exception {
        var agent = house.availableAgent();
        var customer = house.customer();
        var busy = house.customer();
        long held = house.ticket(customer);
        house.awaitHeldBy(agent, held);
        var orders = manyOrders(customer);
        var requests = new ArrayList<>(openings(customer, orders));
        requests.add(() -> opens(customer, orders.getFirst()));
        requests.add(() -> agent.asks()
                .header("If-Match", "\"4711\"")
                .contentType("application/json")
                .post(API + "/tickets/{id}/resolve", held));
        requests.add(() -> agent.takes("resolve", held));
        long deadlocks = deadlocks();
        var answers = together(customer, requests, lock -> {
            for (int i = 0; i < CHANGES; i++) {
                lock.execute("update customer set name = 'Busy " + i + "' where id = " + busy.id());
            }
            TestDatabase.execute(
                    "kill " + TestDatabase.awaitTransactions("LOCK WAIT", 1).getFirst());
            TestDatabase.awaitTransactions("LOCK WAIT", 2);
            lock.executeQuery(
                    "select id from ticket where id = " + uncommittedTicketOf(orders.getFirst()) + " for update");
        });
        assertEquals(deadlocks + 1, deadlocks());
        answers.removeLast().then().statusCode(200).body("status", is("RESOLVED"));
        answers.removeLast().then().spec(refused(412, "version-mismatch"));
        // Two are for the same order, and one of them is the first.
        var refused =
                answers.stream().filter(answer -> answer.statusCode() != 201).toList();
        assertEquals(1, refused.size());
        refused.getFirst().then().spec(refused(409, "live-ticket-exists"));
        assertEquals(
                MANY,
                TestDatabase.count("select count(*) from ticket t join event e using (organisation_id)"
                        + " where e.ticket_id = t.id and e.type = 'OPENED' and t.live_order_id in ("
                        + orders.stream().map(order -> "" + order.id()).collect(Collectors.joining(",")) + ")"));
    }

    private static long uncommittedTicketOf(Purchase order) throws SQLException {
        try (var connection = TestDatabase.connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select id from ticket use index (primary) where order_id = " + order.id())) {
                assertTrue(rows.next());
                return rows.getLong(1);
            }
        }
    }

    private static long deadlocks() {
        return TestDatabase.count("select count from information_schema.innodb_metrics where name = 'lock_deadlocks'");
    }

    @Test
    void whoReadWhatAnotherChangedIsToldAlsoWhenBothComeTogether() throws Exception {
        var agent = house.availableAgent();
        var customer = house.customer();
        long held = house.ticket(customer);
        house.awaitHeldBy(agent, held);
        var tag = agent.asks().get(API + "/tickets/{id}", held).header("ETag");
        var answers = together(
                customer,
                Stream.of("resolve", "close")
                        .map(step -> (Callable<Response>) () -> agent.asks()
                                .header("If-Match", tag)
                                .contentType("application/json")
                                .post(API + "/tickets/{id}/{step}", held, step))
                        .toList());
        answers.get(0).then().statusCode(200).body("status", is("RESOLVED"));
        answers.get(1).then().spec(refused(412, "version-mismatch"));
    }

    @Test
    void whatComesUnderAKeyIsDoneTogetherAndOnce() throws Exception {
        var customer = house.customer();
        var orders = manyOrders(customer);
        var requests = new ArrayList<Callable<Response>>();
        orders.forEach(order -> requests.add(() -> opens(customer, order, "key of " + order.number())));
        requests.add(() ->
                opens(customer, orders.getFirst(), "key of " + orders.getFirst().number()));
        requests.add(() ->
                opens(customer, orders.getFirst(), "key of " + orders.getLast().number()));
        var answers = new ArrayList<Response>();
        var sent = StatementLog.during(() -> answers.addAll(together(customer, requests)));
        answers.removeLast().then().spec(refused(422, "idempotency-key-reused"));
        answers.forEach(answer -> answer.then().statusCode(201));
        assertEquals(List.of(1L, (long) MANY), storedTogether(sent));
        assertEquals(answers.getFirst().asString(), answers.getLast().asString());
        var again = together(customer, requests.subList(0, MANY));
        for (int i = 0; i < MANY; i++) {
            assertEquals(answers.get(i).asString(), again.get(i).asString());
        }
    }

    @Test
    void ticketsThatWaitAgainFindAgentsAlsoWhenTheyComeTogether() throws Exception {
        var holder = house.availableAgent();
        var customer = house.customer();
        long held = house.ticket(customer);
        house.awaitHeldBy(holder, held);
        holder.takes("pend", held).then().statusCode(200);
        long released = house.ticket(customer);
        house.awaitHeldBy(holder, released);
        // One for the ticket that keeps the others waiting.
        var free = List.of(house.availableAgent(), house.availableAgent());
        var answers = together(
                customer, List.of(() -> holder.takes("resume", held), () -> holder.takes("release", released)));
        answers.get(0).then().statusCode(200).body("status", is("IN_PROGRESS"));
        answers.get(1).then().statusCode(200).body("status", is("OPEN"));
        house.awaitHeldBy(holder, released);
        for (var agent : free) {
            assertEquals(1, TestDatabase.count("select load_units from agent where id = " + agent.id()));
        }
    }

    @Test
    void aTicketOfANewKindAndOneForNoOrderStopNothing() throws Exception {
        var customer = house.customer();
        var orders = manyOrders(customer);
        var another = house.order(customer);
        long skill = house.skill(TestOrganisation.unique("French"));
        house.publish(house.policy(List.of(Map.of(
                "name",
                "French",
                "condition",
                "text.contains('Bonjour')",
                "requiredSkills",
                List.of(Map.of("skillId", skill, "level", 3))))));
        // The others wait in the pool of this one.
        house.ticket(customer);
        var requests = new ArrayList<>(openings(customer, orders));
        var french = Map.of("orderNumber", another.number(), "reason", "DAMAGED", "note", "Bonjour");
        requests.add(() -> customer.sends(french).post(API + "/tickets"));
        var forNothing = Map.of("orderNumber", "none", "reason", "DAMAGED");
        requests.add(() -> customer.sends(forNothing).post(API + "/tickets"));
        var answers = new ArrayList<Response>();
        var sent = StatementLog.during(() -> answers.addAll(together(customer, requests)));
        answers.removeLast().then().spec(refused(404, "not-found"));
        answers.forEach(answer -> answer.then().statusCode(201));
        assertEquals(
                1,
                TestDatabase.count("select count(*) from ticket t join pool_skill s on s.pool_id = t.pool_id"
                        + " where s.skill_id = " + skill));
        assertEquals(List.of(1L, (long) MANY, 1L), storedTogether(sent));
    }

    /** The events of a transaction are numbered at its end. */
    @Test
    void whatMayHaveBeenCommittedIsNotDoneAgain() throws Exception {
        var customer = house.customer();
        var order = house.order(customer);
        try (var connection = TestDatabase.connect();
                var lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.executeQuery("select * from feed for update");
            var opening = threads.submit(() -> opens(customer, order));
            lock.execute(
                    "kill " + TestDatabase.awaitTransactions("LOCK WAIT", 1).getFirst());
            connection.commit();
            opening.get().then().spec(refused(503, "temporarily-unavailable"));
        }
        assertEquals(0, TestDatabase.count("select count(*) from ticket where customer_id = " + customer.id()));
    }

    /** Lets a first ticket wait for a lock until all others wait for it. */
    private List<Response> together(Person customer, List<Callable<Response>> requests) {
        return together(customer, requests, lock -> {});
    }

    /** Something done by the connection that holds the lock. */
    @FunctionalInterface
    private interface Meanwhile {
        void done(Statement lock) throws SQLException;
    }

    private List<Response> together(Person customer, List<Callable<Response>> requests, Meanwhile meanwhile) {
        var before = house.order(customer);
        try (var connection = TestDatabase.connect();
                var lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.executeQuery("select id from org_group force index (" + KEY_THAT_TICKETS_REFER_TO + ") for update");
            var first = threads.submit(() -> opens(customer, before));
            TestDatabase.awaitTransaction("LOCK WAIT");
            var others = new ArrayList<Future<Response>>();
            for (var request : requests) {
                others.add(threads.submit(request));
                await().until(() -> waiting() == others.size());
            }
            meanwhile.done(lock);
            connection.commit();
            first.get().then().statusCode(201);
            var answers = new ArrayList<Response>();
            for (var other : others) {
                answers.add(other.get());
            }
            return answers;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Purchase> manyOrders(Person customer) {
        return IntStream.range(0, MANY).mapToObj(i -> house.order(customer)).toList();
    }

    private static List<Callable<Response>> openings(Person customer, List<Purchase> orders) {
        return orders.stream()
                .<Callable<Response>>map(order -> () -> opens(customer, order))
                .toList();
    }

    private static Response opens(Person customer, Purchase order) {
        return customer.sends(Map.of("orderNumber", order.number(), "reason", "DAMAGED"))
                .post(API + "/tickets");
    }

    private static Response opens(Person customer, Purchase order, String key) {
        return customer.sends(Map.of("orderNumber", order.number(), "reason", "DAMAGED"))
                .header("Idempotency-Key", key)
                .post(API + "/tickets");
    }

    private static int waiting() {
        var metrics = get("/q/metrics").asString();
        var found = WAITING.matcher(metrics);
        return found.find() ? (int) Double.parseDouble(found.group(1)) : -1;
    }

    /** How many tickets each statement stored. */
    private static List<Long> storedTogether(List<StatementLog.Sent> sent) {
        return sent.stream()
                .map(StatementLog.Sent::sql)
                .filter(sql -> sql.startsWith("insert into ticket ("))
                .map(TogetherTest::rows)
                .toList();
    }

    private static long rows(String insert) {
        return insert.substring(insert.indexOf(" values ")).split("\\), \\(").length;
    }
}
