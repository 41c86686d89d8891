package org.patchbay.tickets;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.queues.Priority;
import org.patchbay.testing.ListPages;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** The list of tickets. */
@QuarkusTest
class TicketListTest {

    private final TestOrganisation house = new TestOrganisation();
    private Person customer;

    @BeforeEach
    void clear() {
        house.clear();
        customer = house.customer();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void oneListTellsAllThatACustomerAskedForWhateverTheChannel() {
        var carla = house.customer();
        long returned = house.ticket(carla);
        long chat = house.chat(carla, "Hello");
        var list = "/tickets?expand=true&limit=1&customerId=" + carla.id();
        var newest = house.agent().reads(list);
        assertEquals(List.of("CHAT"), newest.getList("items.channel"));
        assertEquals(
                house.admin().reads("/conversations/{id}", chat).getString("lastAt"),
                newest.getString("items[0].details.lastMessageAt"));
        var next = house.agent().reads(list + "&after=" + newest.getString("next"));
        assertEquals(List.of((int) returned), next.getList("items.id"));
        // Customers are not told when staff spoke of them.
        assertNull(carla.reads("/tickets?expand=true&limit=1").getString("items[0].details.lastMessageAt"));
    }

    @Test
    void eachFilterFindsItsTicketsOnly() {
        var agent = house.agent();
        var order = house.order(customer);
        long lamp = house.ticket(customer, order, Map.of("reason", "DAMAGED", "note", "100% broken_glass!"));
        long chair =
                house.ticket(customer, house.order(customer), Map.of("reason", "OTHER", "note", "100 broken glasses"));
        house.present(agent, "AVAILABLE");
        house.ticket(house.customer());
        var mine = "customerId=" + customer.id();

        assertEquals(List.of(lamp, chair), found(mine));
        assertEquals(List.of(lamp), found(mine + "&status=IN_PROGRESS"));
        assertEquals(List.of(lamp), found(mine + "&agentId=" + agent.id()));
        assertEquals(List.of(lamp), found("orderNumber=" + order.number()));
        assertEquals(List.of(chair), found(mine + "&reason=OTHER"));
        assertEquals(List.of(lamp, chair), found(mine + "&text=100%25"));
        assertEquals(List.of(lamp, chair), found(mine + "&text=broken_glass!"));
        assertEquals(List.of(chair), found(mine + "&text=glasses"));
        assertEquals(List.of(chair), found(mine + "&text=broken&reason=OTHER"));
        assertEquals(List.of(lamp, chair), found(mine + "&text=BROKEN"));
        assertEquals(List.of(), found(mine + "&status=OPEN&reason=DAMAGED"));
        assertEquals(List.of(lamp, chair), found(mine + "&status=OPEN&status=IN_PROGRESS"));
        assertEquals(List.of(lamp, chair), found(mine + "&status=&queueId="));
        assertEquals(List.of(chair), found(mine + "&status=OPEN&status=PENDING"));

        opened(lamp, "2025-01-01T00:00:00Z");
        opened(chair, "2025-01-02T00:00:00Z");
        assertEquals(List.of(chair), found(mine + "&openedFrom=2025-01-01T00:00:00.000001Z"));
        assertEquals(List.of(lamp, chair), found(mine + "&openedFrom=2025-01-01T00:00:00Z"));
        assertEquals(List.of(lamp), found(mine + "&openedTo=2025-01-02T00:00:00Z"));
        assertEquals(List.of(), found(mine + "&openedFrom=1000-01-01T00:00:00Z&openedTo=2025-01-01T00:00:00Z"));
    }

    @Test
    void ticketsAreFoundByQueueChannelAndPriority() {
        var supervisor = house.supervisor();
        long queue = house.queue(TestOrganisation.unique("queue"));
        long lamp = house.ticket(supervisor, house.order(customer), Map.of("queueId", queue, "priority", "HIGH"));
        long chair = house.ticket(supervisor, house.order(customer), Map.of("channel", "CHAT", "priority", "LOW"));
        var mine = "customerId=" + customer.id();

        assertEquals(List.of(lamp, chair), found(mine));
        assertEquals(List.of(lamp), found("queueId=" + queue));
        assertEquals(List.of(chair), found(mine + "&channel=CHAT"));
        assertEquals(List.of(lamp), found(mine + "&channel=RETURN_CASE"));
        assertEquals(List.of(lamp), found(mine + "&priority=HIGH"));
        assertEquals(List.of(), found(mine + "&priority=HIGH&channel=CHAT"));
        assertEquals(
                1,
                supervisor.reads("/tickets/count?status=OPEN&queueId=" + queue).getInt("tickets"));
        for (var wrong : List.of("queueId=x", "channel=FAX", "priority=9", "status=OPEN,PENDING")) {
            supervisor.asks().get(API + "/tickets?" + wrong).then().spec(refused(400, "bad-request"));
        }
    }

    @Test
    void pagesShowEachTicketOnceInEveryOrderAlsoWhereAgesAreEqual() {
        var supervisor = house.supervisor();
        var priorities = List.of("LOW", "URGENT", "NORMAL", "HIGH", "URGENT", "LOW", "NORMAL");
        var tickets = new ArrayList<Long>();
        for (int i = 0; i < priorities.size(); i++) {
            tickets.add(house.ticket(supervisor, house.order(customer), Map.of("priority", priorities.get(i))));
            opened(tickets.get(i), i < 5 ? "2025-03-01T12:00:00.123456Z" : "2025-02-01T00:00:00Z");
        }
        Comparator<Integer> byAge = Comparator.comparing(i -> i < 5);
        Comparator<Integer> byPriority = Comparator.comparing(i -> Priority.valueOf(priorities.get(i)));
        var all = Arrays.asList(0, 1, 2, 3, 4, 5, 6);
        Comparator<Integer> oldest = byAge.thenComparing(Comparator.naturalOrder());
        for (var sort : Map.of(
                        "openedAt",
                        oldest,
                        "-openedAt",
                        oldest.reversed(),
                        "priority",
                        byPriority.thenComparing(oldest))
                .entrySet()) {
            var expected =
                    all.stream().sorted(sort.getValue()).map(tickets::get).toList();
            for (int limit : List.of(1, 2, 3, 7)) {
                var listPages = ListPages.of(
                        supervisor,
                        "/tickets?customerId=" + customer.id() + "&sort=" + sort.getKey() + "&limit=" + limit);
                assertEquals(
                        expected, listPages.stream().flatMap(List::stream).toList(), sort.getKey() + " by " + limit);
                assertEquals((expected.size() + limit - 1) / limit, listPages.size());
            }
        }
        supervisor
                .asks()
                .get(API + "/tickets?customerId={id}", customer.id())
                .then()
                .body("items[0].id", is(tickets.get(4).intValue()));
    }

    @Test
    void whatIsDueIsFoundByWhen() {
        var tickets = new ArrayList<Long>();
        for (int i = 0; i < 5; i++) {
            tickets.add(house.ticket(customer));
        }
        due(tickets.get(0), "'2025-01-03'", "'2025-02-01'");
        due(tickets.get(1), "'2025-01-01'", "null");
        due(tickets.get(2), "'2025-01-02'", "'2025-02-03'");
        due(tickets.get(3), "null", "'2025-02-02'");
        due(tickets.get(4), "'2025-01-03'", "'2025-02-02'");
        TestDatabase.execute("update ticket set status = 'PENDING' where id = " + tickets.get(3));
        var mine = "&customerId=" + customer.id();
        TestDatabase.execute("update ticket set answer_due_at = null, resolution_due_at = null where customer_id <> "
                + customer.id());

        for (int limit : List.of(1, 2, 50)) {
            assertEquals(at(tickets, 1, 2, 0, 4), house.each("/tickets?sort=answerDueAt&limit=" + limit));
            assertEquals(at(tickets, 0, 4, 2), house.each("/tickets?sort=resolutionDueAt&limit=" + limit));
        }
        assertEquals(at(tickets, 1, 2), found("answerDueBefore=2025-01-03T00:00:00Z"));
        assertEquals(at(tickets, 0, 4), found("resolutionDueBefore=2025-02-03T00:00:00Z" + mine));
        customer.asks()
                .get(API + "/tickets/count?answerDueBefore=2025-01-03T00:00:00Z")
                .then()
                .body("tickets", is(2));
        house.admin().asks().get(API + "/tickets?answerDueBefore=soon").then().spec(refused(400, "bad-request"));
    }

    /** Null for never. */
    private static void due(long ticket, String answer, String resolution) {
        TestDatabase.execute("update ticket set answer_due_at = %s, resolution_due_at = %s where id = %d"
                .formatted(answer, resolution, ticket));
    }

    private static List<Long> at(List<Long> tickets, Integer... places) {
        return Stream.of(places).map(tickets::get).toList();
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        house.ticket(customer);
        house.ticket(customer);
        var byAge = customer.reads("/tickets?limit=1").getString("next");
        for (var cursor : List.of(
                byAge,
                "AAAA",
                "Mn5+",
                cursor("9~2025-01-01T00:00:00Z~1"),
                cursor("0~x~1"),
                cursor("1~+999999999-01-01T00:00:00Z~1"))) {
            customer.asks()
                    .queryParam("after", cursor)
                    .get(API + "/tickets?sort=priority")
                    .then()
                    .spec(refused(400, "bad-cursor"));
        }
    }

    @Test
    void customersSeeTheirOwnTicketsAndNoOthers() {
        long own = house.ticket(customer);
        var neighbour = house.customer();
        long others = house.ticket(neighbour);
        customer.asks().get(API + "/tickets").then().body("items.id", contains((int) own));
        customer.asks()
                .get(API + "/tickets?customerId={id}", neighbour.id())
                .then()
                .body("items.customerId", everyItem(is((int) customer.id())));
        for (var path : List.of("/tickets/{id}", "/tickets/{id}/events")) {
            customer.asks().get(API + path, others).then().spec(refused(404, "not-found"));
            customer.asks().get(API + path, own).then().statusCode(200);
        }
        for (var step : List.of("resume", "reopen", "close", "cancel")) {
            customer.takes(step, others).then().spec(refused(404, "not-found"));
        }
        assertEquals("OPEN", house.status(others));
    }

    @Test
    void agentsSeeAllActiveCasesAndMayAskForTheirOwn() {
        long first = house.ticket(customer);
        long second = house.ticket(house.customer());
        var ada = house.availableAgent();
        var ben = house.availableAgent();
        ada.asks()
                .get(API + "/tickets?status=IN_PROGRESS")
                .then()
                .body("items.id", containsInAnyOrder((int) first, (int) second));
        ben.asks()
                .get(API + "/tickets?status=IN_PROGRESS&agentId={id}", ben.id())
                .then()
                .body("items.id", contains((int) second));
    }

    private List<Long> found(String query) {
        return house.each("/tickets?sort=openedAt&" + query);
    }

    private static String cursor(String keys) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.getBytes(StandardCharsets.UTF_8));
    }

    /** Tests cannot wait for years. */
    private static void opened(long ticket, String when) {
        var time = Instant.parse(when).toString().replace('T', ' ').replace("Z", "");
        TestDatabase.execute("update ticket set opened_at = '" + time + "' where id = " + ticket);
    }
}
