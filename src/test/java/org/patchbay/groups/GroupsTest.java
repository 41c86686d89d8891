package org.patchbay.groups;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.credentials;
import static org.patchbay.testing.TestOrganisation.orderOf;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Berlin with Mitte below it, and Munich, in an organisation of their own. */
@QuarkusTest
class GroupsTest {

    private TestOrganisation house;
    private long root;
    private long berlin;
    private long mitte;
    private long munich;

    @BeforeEach
    void foundThreeGroups() {
        house = TestOrganisation.ofNewOrganisation();
        root = house.admin().reads("/groups").getLong("items[0].id");
        berlin = house.group("Berlin", null);
        mitte = house.group("Mitte", berlin);
        munich = house.group("Munich", null);
    }

    // ------------------------------------------------------------------- tree

    @Test
    void theRootIsTheOrganisationAndStays() {
        house.admin()
                .asks()
                .get(API + "/groups/{id}", root)
                .then()
                .body("name", is(house.organisation()))
                .body("parentId", nullValue());
        delete(root).then().spec(refused(409, "conflict"));
        change(root, "Root", berlin).then().spec(refused(409, "conflict"));
    }

    @Test
    void aGroupIsRenamedAndMovedWithAllBelowIt() {
        change(berlin, "Berlin and around", munich)
                .then()
                .statusCode(200)
                .body("name", is("Berlin and around"))
                .body("parentId", is((int) munich));
        var ofMunich = seesSubtree(munich);
        house.isolate(true, true, true);
        assertEquals(List.of((int) berlin, (int) mitte, (int) munich), groupsSeenBy(ofMunich));
    }

    @Test
    void aGroupIsNeverBelowItself() {
        change(berlin, "Berlin", mitte).then().spec(refused(409, "conflict"));
        change(berlin, "Berlin", berlin).then().spec(refused(409, "conflict"));
    }

    @Test
    void groupsAreTenDeepAtMost() {
        long parent = mitte;
        for (int depth = 3; depth <= 10; depth++) {
            parent = house.group("Depth " + depth, parent);
        }
        house.admin()
                .sends(Map.of("name", "Depth 11", "parentId", parent))
                .post(API + "/groups")
                .then()
                .spec(refused(409, "conflict"));
        change(berlin, "Berlin", munich).then().spec(refused(409, "conflict"));
    }

    @Test
    void siblingsHaveDifferentNames() {
        house.admin()
                .sends(Map.of("name", "berlin"))
                .post(API + "/groups")
                .then()
                .spec(refused(409, "already-exists"));
        house.group("Mitte", munich);
    }

    @Test
    void aGroupToWhichAnythingBelongsIsNotDeleted() {
        house.customerOf(munich);
        delete(berlin).then().spec(refused(409, "still-referred-to"));
        delete(munich).then().spec(refused(409, "still-referred-to"));
        delete(mitte).then().statusCode(204);
        delete(berlin).then().statusCode(204);
    }

    @Test
    void aParentThatIsNotThereIsRefused() {
        house.admin()
                .sends(Map.of("name", "Lost", "parentId", 999_999_999))
                .post(API + "/groups")
                .then()
                .spec(refused(409, "conflict"));
    }

    @Test
    void membersAreListedAndLeave() {
        var agent = house.agent();
        house.member(berlin, agent, "GROUP");
        house.admin()
                .asks()
                .get(API + "/groups/{id}/members", berlin)
                .then()
                .body("items.accountId", is(List.of((int) agent.id())))
                .body("items.name", is(List.of(agent.name())))
                .body("items.sees", is(List.of("GROUP")));
        var path = API + "/groups/{id}/members/{account}";
        house.admin().asks().delete(path, berlin, agent.id()).then().statusCode(204);
        house.admin().asks().delete(path, berlin, agent.id()).then().spec(refused(404, "not-found"));
        house.admin()
                .sends(Map.of("sees", "GROUP"))
                .put(path, berlin, 999_999_999)
                .then()
                .spec(refused(404, "not-found"));
    }

    // ------------------------------------------------------------- visibility

    @Test
    void groupsHideNothingUntilIsolationIsSwitchedOnAndThenAtOnce() {
        var ofBerlin = seesSubtree(berlin);
        long inMunich = house.ticket(house.customerOf(munich));
        ofBerlin.asks().get(API + "/tickets/{id}", inMunich).then().statusCode(200);
        house.isolate(true, false, false);
        ofBerlin.asks().get(API + "/tickets/{id}", inMunich).then().spec(refused(404, "not-found"));
        house.isolate(false, false, false);
        ofBerlin.asks().get(API + "/tickets/{id}", inMunich).then().statusCode(200);
    }

    @Test
    void aSupervisorSeesAndSteersTheirGroupAndThoseBelowIt() {
        house.isolate(true, true, true);
        var supervisor = seesSubtree(berlin);
        long inBerlin = house.ticket(house.customerOf(berlin));
        long inMitte = house.ticket(house.customerOf(mitte));
        long inMunich = house.ticket(house.customerOf(munich));
        long inNone = house.ticket(house.customer());
        supervisor.asks().get(API + "/tickets").then().body("items.id", is(List.of((int) inMitte, (int) inBerlin)));
        supervisor.asks().get(API + "/tickets/count").then().body("tickets", is(2));
        supervisor
                .asks()
                .get(API + "/tickets/export")
                .then()
                .body(containsString("\"id\":" + inBerlin + ","))
                .body(containsString("\"id\":" + inMitte + ","))
                .body(not(containsString("\"id\":" + inMunich + ",")))
                .body(not(containsString("\"id\":" + inNone + ",")));
        supervisor.takes("cancel", inMitte).then().statusCode(200);
        supervisor.takes("cancel", inMunich).then().spec(refused(404, "not-found"));
        assertEquals("OPEN", house.status(inMunich));
    }

    @Test
    void whatEachMembershipShows() {
        house.isolate(true, true, true);
        long inBerlin = house.ticket(house.customerOf(berlin));
        long inMitte = house.ticket(house.customerOf(mitte));
        long inMunich = house.ticket(house.customerOf(munich));
        var all = List.of((int) inMunich, (int) inMitte, (int) inBerlin);
        assertEquals(List.of(), ticketsSeenBy(member(house.supervisor(), berlin, "OWN")));
        assertEquals(List.of((int) inBerlin), ticketsSeenBy(member(house.supervisor(), berlin, "GROUP")));
        assertEquals(all.subList(1, 3), ticketsSeenBy(member(house.supervisor(), berlin, "SUBTREE")));
        assertEquals(all, ticketsSeenBy(member(house.supervisor(), mitte, "ORGANISATION")));
        assertEquals(List.of(), ticketsSeenBy(house.supervisor()));
        var ofTwo = member(member(house.supervisor(), mitte, "GROUP"), munich, "GROUP");
        assertEquals(all.subList(0, 2), ticketsSeenBy(ofTwo));
    }

    @Test
    void whoSeesOnlyTheirOwnWorkSeesTheirTicketsAndWhomTheyServe() {
        house.isolate(true, true, true);
        var agent = member(house.agent(), berlin, "OWN");
        var customer = house.customerOf(berlin);
        var other = house.customerOf(berlin);
        house.present(agent, "AVAILABLE");
        long held = house.ticket(customer);
        house.awaitHeldBy(agent, held);
        house.ticket(other);
        assertEquals(List.of((int) held), ticketsSeenBy(agent));
        agent.asks().get(API + "/customers").then().body("items.id", is(List.of((int) customer.id())));
        agent.asks().get(API + "/orders").then().body("items.customerId", is(List.of((int) customer.id())));
        agent.asks().get(API + "/customers/{id}", other.id()).then().spec(refused(404, "not-found"));
    }

    @Test
    void agentsOfOtherGroupsAreNeitherSeenNorSteered() {
        house.isolate(false, false, true);
        var supervisor = seesSubtree(berlin);
        var near = member(house.agent(), mitte, "GROUP");
        var far = member(house.agent(), munich, "GROUP");
        supervisor.asks().get(API + "/agents").then().body("items.id", is(List.of((int) near.id())));
        supervisor
                .sends(Map.of("presence", "AVAILABLE"))
                .put(API + "/agents/{id}/presence", far.id())
                .then()
                .spec(refused(404, "not-found"));
        supervisor
                .sends(Map.of("presence", "AWAY"))
                .put(API + "/agents/{id}/presence", near.id())
                .then()
                .statusCode(200);
        far.asks().get(API + "/agents").then().body("items.id", is(List.of((int) far.id())));
    }

    @Test
    void listsAreNarrowedToAGroup() {
        var customer = house.customerOf(mitte);
        long ticket = house.ticket(customer);
        house.ticket(house.customerOf(munich));
        var agent = member(house.agent(), mitte, "GROUP");
        var admin = house.admin();
        admin.asks().get(API + "/tickets?groupId=" + mitte).then().body("items.id", is(List.of((int) ticket)));
        admin.asks().get(API + "/customers?groupId=" + mitte).then().body("items.id", is(List.of((int) customer.id())));
        admin.asks().get(API + "/agents?groupId=" + mitte).then().body("items.id", is(List.of((int) agent.id())));
    }

    // ------------------------------------------------------------ putting there

    @Test
    void newCustomersBelongToTheGroupOfWhoeverSeesNoOther() {
        house.isolate(false, true, false);
        var agent = member(house.agent(), berlin, "GROUP");
        newCustomer(agent, Map.of()).then().statusCode(201).body("groupId", is((int) berlin));
        newCustomer(agent, Map.of("groupId", munich)).then().spec(refused(409, "conflict"));
        newCustomer(house.admin(), Map.of()).then().statusCode(201).body("groupId", is((int) root));
        var ofTwo = member(member(house.agent(), berlin, "GROUP"), munich, "GROUP");
        newCustomer(ofTwo, Map.of()).then().spec(refused(403, "forbidden"));
        newCustomer(ofTwo, Map.of("groupId", munich)).then().statusCode(201);
    }

    @Test
    void noRefusalTellsOfACustomerInAnotherGroup() {
        house.isolate(false, true, false);
        var email = unique("twice") + "@example.org";
        newCustomer(house.admin(), Map.of("email", email, "groupId", munich))
                .then()
                .statusCode(201);
        var agent = member(house.agent(), berlin, "GROUP");
        newCustomer(agent, Map.of("email", email)).then().statusCode(201);
        newCustomer(agent, Map.of("email", email)).then().spec(refused(409, "already-exists"));
    }

    @Test
    void whoSeesAPartGivesNoNamesThatAreUniqueInTheWhole() {
        house.isolate(true, true, true);
        var supervisor = seesSubtree(berlin);
        var customer = house.customerOf(berlin);
        var name = unique("newcomer");
        newCustomer(supervisor, Map.of("signIn", credentials(name))).then().spec(refused(403, "forbidden"));
        supervisor
                .sends(Map.of("name", name, "signIn", credentials(name)))
                .post(API + "/agents")
                .then()
                .spec(refused(403, "forbidden"));
        supervisor
                .sends(orderOf(customer, unique("A")))
                .post(API + "/orders")
                .then()
                .spec(refused(403, "forbidden"));
        house.member(munich, supervisor, "ORGANISATION");
        supervisor
                .sends(orderOf(customer, unique("A")))
                .post(API + "/orders")
                .then()
                .statusCode(201);
    }

    @Test
    void aCustomerMovesWithTheirOrders() {
        house.isolate(true, true, true);
        var customer = house.customerOf(berlin);
        var order = house.order(customer);
        var ofMunich = member(house.supervisor(), munich, "GROUP");
        ofMunich.asks().get(API + "/orders/{id}", order.id()).then().spec(refused(404, "not-found"));
        house.admin()
                .sends(Map.of("name", "Moved", "email", unique("moved") + "@example.org", "groupId", munich))
                .put(API + "/customers/{id}", customer.id())
                .then()
                .statusCode(200)
                .body("groupId", is((int) munich));
        ofMunich.asks().get(API + "/orders/{id}", order.id()).then().statusCode(200);
        customer.asks().get(API + "/orders/{id}", order.id()).then().statusCode(200);
    }

    @Test
    void staffChooseTheGroupOfATicketAndCustomersDoNot() {
        var customer = house.customerOf(berlin);
        var order = house.order(customer);
        var chosen = Map.of("orderNumber", order.number(), "reason", "DAMAGED", "groupId", munich);
        customer.sends(chosen).post(API + "/tickets").then().spec(refused(403, "forbidden"));
        house.supervisor()
                .sends(chosen)
                .post(API + "/tickets")
                .then()
                .statusCode(201)
                .body("groupId", is((int) munich));
    }

    // ---------------------------------------------------------------- routing

    @Test
    void anAgentIsGivenTheTicketsOfTheirGroupOnly() {
        house.isolate(true, false, false);
        var ofMunich = member(house.agent(), munich, "GROUP");
        house.present(ofMunich, "AVAILABLE");
        long inMitte = house.ticket(house.customerOf(mitte));
        long inMunich = house.ticket(house.customerOf(munich));
        house.awaitHeldBy(ofMunich, inMunich);
        assertEquals("OPEN", house.status(inMitte));
        var ofBerlin = member(house.agent(), berlin, "SUBTREE");
        house.present(ofBerlin, "AVAILABLE");
        house.awaitHeldBy(ofBerlin, inMitte);
    }

    @Test
    void anAgentOfNoGroupIsGivenWhatIsOfNoGroup() {
        house.isolate(true, false, false);
        var agent = house.availableAgent();
        long inBerlin = house.ticket(house.customerOf(berlin));
        long inNone = house.ticket(house.customer());
        house.awaitHeldBy(agent, inNone);
        assertEquals("OPEN", house.status(inBerlin));
    }

    @Test
    void anAgentWhoJoinsAGroupIsGivenItsWaitingTickets() {
        house.isolate(true, false, false);
        var agent = member(house.agent(), munich, "GROUP");
        house.present(agent, "AVAILABLE");
        long inBerlin = house.ticket(house.customerOf(berlin));
        assertEquals("OPEN", house.status(inBerlin));
        house.member(berlin, agent, "OWN");
        house.awaitHeldBy(agent, inBerlin);
    }

    @Test
    void aFreedAgentIsGivenTheNextTicketOfTheirGroupWhoeverFreedThem() {
        house.isolate(true, true, true);
        var agent = member(member(house.agent(), berlin, "GROUP"), munich, "GROUP");
        house.present(agent, "AVAILABLE");
        long inBerlin = house.ticket(house.customerOf(berlin));
        house.awaitHeldBy(agent, inBerlin);
        long inMunich = house.ticket(house.customerOf(munich));
        // The supervisor of Berlin sees nothing of Munich, but an agent whom they free works there too.
        seesSubtree(berlin).takes("resolve", inBerlin).then().statusCode(200);
        assertEquals("IN_PROGRESS", house.status(inMunich));
    }

    @Test
    void aSupervisorCannotAssignATicketToAnAgentOfAnotherGroup() {
        house.isolate(true, false, false);
        var agent = member(house.agent(), munich, "GROUP");
        house.present(agent, "AVAILABLE");
        long inBerlin = house.ticket(house.customerOf(berlin));
        house.admin()
                .sends(Map.of("agentId", agent.id()))
                .post(API + "/tickets/{id}/assign", inBerlin)
                .then()
                .spec(refused(409, "agent-not-eligible"));
    }

    @Test
    void aTicketThatMovesLeavesAnAgentWhoMayNotHaveItThere() {
        house.isolate(true, false, false);
        var ofBerlin = member(house.agent(), berlin, "GROUP");
        var ofMunich = member(house.agent(), munich, "GROUP");
        house.present(ofBerlin, "AVAILABLE");
        house.present(ofMunich, "AVAILABLE");
        long ticket = house.ticket(house.customerOf(berlin));
        house.awaitHeldBy(ofBerlin, ticket);
        house.admin()
                .sends(Map.of("groupId", munich))
                .put(API + "/tickets/{id}/group", ticket)
                .then()
                .statusCode(200)
                .body("groupId", is((int) munich));
        house.awaitHeldBy(ofMunich, ticket);
        house.admin().asks().get(API + "/tickets/{id}/events", ticket).then().body("items.type", hasItems("MOVED"));
        await().untilAsserted(() ->
                ofBerlin.asks().get(API + "/agents/{id}", ofBerlin.id()).then().body("load", is(0)));
    }

    private Person member(Person person, long group, String sees) {
        house.member(group, person, sees);
        return person;
    }

    private Person seesSubtree(long group) {
        return member(house.supervisor(), group, "SUBTREE");
    }

    private static List<Integer> ticketsSeenBy(Person person) {
        return person.reads("/tickets").getList("items.id");
    }

    private static List<Integer> groupsSeenBy(Person person) {
        return person.reads("/groups").getList("items.id");
    }

    private static Response newCustomer(Person by, Map<String, ?> more) {
        var request = new java.util.HashMap<String, Object>(
                Map.of("name", "Carla", "email", unique("carla") + "@example.org"));
        request.putAll(more);
        return by.sends(request).post(API + "/customers");
    }

    private Response change(long group, String name, long parent) {
        return house.admin().sends(Map.of("name", name, "parentId", parent)).put(API + "/groups/{id}", group);
    }

    private Response delete(long group) {
        return house.admin().asks().delete(API + "/groups/{id}", group);
    }
}
