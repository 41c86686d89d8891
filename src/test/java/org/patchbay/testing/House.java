package org.patchbay.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.inject.spi.CDI;

import org.hamcrest.Matchers;

import io.quarkus.mailer.MockMailbox;
import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.ResponseSpecification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

/**
 * The people and things a test of the API needs, made through the API. Every name is new, because tests share one
 * database and one organisation.
 */
public final class House {

    public static final String API = "/api/v1";
    public static final String PASSWORD = "a password for tests";

    private static final String ADMIN = "admin";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String organisation;
    private Person admin;

    /** In the organisation that is there from the first start. */
    public House() {
        this("default");
    }

    private House(String organisation) {
        this.organisation = organisation;
    }

    /** In an organisation of its own, whose admin was invited by mail. Only where the application runs in this process. */
    public static House ofNewOrganisation() {
        var house = new House(unique("organisation"));
        var email = "admin@" + house.organisation + ".example";
        operator()
                .sends(Map.of(
                        "slug",
                        house.organisation,
                        "name",
                        house.organisation,
                        "admin",
                        Map.of("name", "Administrator", "email", email)))
                .post(API + "/organisations")
                .then()
                .statusCode(201);
        acceptInvitation(email);
        house.admin = house.person("Administrator", email);
        return house;
    }

    /** Sets the usual password with the newest link that was mailed to the address. */
    public static void acceptInvitation(String email) {
        given().contentType(ContentType.JSON)
                .body(Map.of("token", linkMailedTo(email), "password", PASSWORD))
                .post(API + "/auth/password")
                .then()
                .statusCode(204);
    }

    /** The secret part of the newest link that was mailed to the address. */
    public static String linkMailedTo(String email) {
        var mails = CDI.current().select(MockMailbox.class).get().getMailsSentTo(email);
        var text = mails.getLast().getText();
        return text.substring(text.indexOf('#') + 1).lines().findFirst().orElseThrow();
    }

    /** Who makes organisations. */
    public static Person operator() {
        return new House("operators").person("First operator", "operator");
    }

    public String organisation() {
        return organisation;
    }

    /**
     * Somebody who signed in.
     *
     * @param id the agent's or customer's id; for others the account's
     */
    public record Person(long id, String name, String username, String token) {

        /** The id of what they sign in with, which for customers is another one. */
        public long account() {
            return reads("/me").getLong("id");
        }

        public RequestSpecification asks() {
            return given().header("Authorization", "Bearer " + token);
        }

        public RequestSpecification sends(Object body) {
            return asks().contentType(ContentType.JSON).body(body);
        }

        public JsonPath reads(String path, Object... parameters) {
            return asks().get(API + path, parameters)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
        }

        public Response takes(String step, long ticket) {
            return asks().contentType(ContentType.JSON).post(API + "/tickets/{id}/{step}", ticket, step);
        }
    }

    /** What a customer bought. */
    public record Purchase(long id, String number) {}

    /** An answer that is a problem of this type. */
    public static ResponseSpecification refused(int status, String type) {
        return new ResponseSpecBuilder()
                .expectStatusCode(status)
                .expectContentType("application/problem+json")
                .expectBody("status", Matchers.is(status))
                .expectBody("type", Matchers.is("urn:patchbay:problem:" + type))
                .expectBody("title", Matchers.not(Matchers.emptyOrNullString()))
                .build();
    }

    public static String unique(String name) {
        return name + "-" + COUNT.incrementAndGet();
    }

    public static Map<String, String> credentials(String username) {
        return Map.of("username", username, "password", PASSWORD);
    }

    public static Response signIn(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post(API + "/auth/token");
    }

    public static String token(String username) {
        return signIn(username, PASSWORD).then().statusCode(200).extract().path("accessToken");
    }

    /** Somebody of this organisation who has the usual password, signed in. */
    public Person person(String name, String username) {
        String token = given().contentType(ContentType.JSON)
                .body(Map.of("organisation", organisation, "username", username, "password", PASSWORD))
                .post(API + "/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
        long id = given().header("Authorization", "Bearer " + token)
                .get(API + "/me")
                .jsonPath()
                .getLong("id");
        return new Person(id, name, username, token);
    }

    /** The admin whom the application makes on its first start. */
    public Person admin() {
        if (admin == null) {
            admin = person("First admin", ADMIN);
        }
        return admin;
    }

    public Person supervisor() {
        return staff("supervisor");
    }

    /** Another system. */
    public Person integration() {
        var made = admin().sends(Map.of(
                        "name",
                        unique("shop"),
                        "scopes",
                        List.of(
                                "agents:read",
                                "agents:write",
                                "business-hours:read",
                                "channels:read",
                                "customers:read",
                                "customers:write",
                                "floor:read",
                                "groups:read",
                                "orders:read",
                                "orders:write",
                                "queues:read",
                                "skills:read",
                                "tickets:read",
                                "tickets:write")))
                .post(API + "/api-clients")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String token = given().auth()
                .preemptive()
                .basic(made.getString("clientId"), made.getString("clientSecret"))
                .formParam("grant_type", "client_credentials")
                .post(API + "/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return new Person(made.getLong("id"), made.getString("name"), made.getString("clientId"), token);
    }

    /** An agent who has not come in yet. */
    public Person agent() {
        return agent(1);
    }

    public Person agent(int capacity) {
        return newcomer("/agents", "Agent", Map.of("capacity", capacity));
    }

    /** An agent who takes tickets, and has one at once if any waits. */
    public Person availableAgent() {
        var agent = agent();
        present(agent, "AVAILABLE");
        return agent;
    }

    public void present(Person agent, String presence) {
        agent.sends(Map.of("presence", presence))
                .put(API + "/agents/{id}/presence", agent.id)
                .then()
                .statusCode(200);
    }

    public Person customer() {
        return newcomer("/customers", "Customer", Map.of("email", email()));
    }

    public Person customerOf(long group) {
        return newcomer("/customers", "Customer", Map.of("email", email(), "groupId", group));
    }

    private static String email() {
        return unique("customer") + "@example.org";
    }

    public Purchase order(Person customer) {
        var number = unique("A");
        long id = admin().sends(orderOf(customer, number))
                .post(API + "/orders")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        return new Purchase(id, number);
    }

    public static Map<String, Object> orderOf(Person customer, String number) {
        return Map.of(
                "number",
                number,
                "customerId",
                customer.id(),
                "product",
                "Desk lamp",
                "quantity",
                1,
                "amount",
                49.90,
                "currency",
                "EUR",
                "orderedAt",
                "2026-11-02T09:30:00Z");
    }

    /** A new return case for a new order. */
    public long ticket(Person customer) {
        return ticket(customer, order(customer), Map.of());
    }

    public long ticket(Person opener, Purchase order, Map<String, ?> more) {
        var request = new HashMap<String, Object>(Map.of("orderNumber", order.number(), "reason", "DAMAGED"));
        request.putAll(more);
        return opener.sends(request)
                .post(API + "/tickets")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    public String status(long ticket) {
        return admin().reads("/tickets/{id}", ticket).getString("status");
    }

    /** Waits until the agent holds the ticket, which a message may bring about. */
    public void awaitHeldBy(Person agent, long ticket) {
        await().until(() -> {
            var now = admin().reads("/tickets/{id}", ticket);
            return "IN_PROGRESS".equals(now.getString("status")) && now.getLong("agentId") == agent.id();
        });
    }

    /** Withdraws what other tests left over, so that only this test's tickets and agents meet. */
    public void clear() {
        sendEverybodyHome();
        for (var live : Set.of("OPEN", "OFFERED", "IN_PROGRESS", "PENDING")) {
            each("/tickets?limit=200&status=" + live)
                    .forEach(id -> admin().takes("cancel", id).then().statusCode(200));
        }
    }

    /** Nobody takes tickets any more; what agents hold stays with them. */
    public void sendEverybodyHome() {
        each("/agents?presence=AVAILABLE&limit=200").forEach(id -> admin().sends(Map.of("presence", "OFFLINE"))
                .put(API + "/agents/{id}/presence", id)
                .then()
                .statusCode(200));
    }

    /** The ids of every page of a list. */
    public List<Long> each(String list) {
        return Pages.of(admin(), list).stream().flatMap(List::stream).toList();
    }

    /** Why agents may be away. */
    public long reason(String name) {
        return made("/presence-reasons", Map.of("name", name));
    }

    /** Something agents may be good at. */
    public long skill(String name) {
        return made("/skills", Map.of("name", name));
    }

    public void skilled(Person agent, long skill, int level) {
        admin().sends(List.of(Map.of("skillId", skill, "level", level)))
                .put(API + "/agents/{id}/skills", agent.id())
                .then()
                .statusCode(200);
    }

    /** A queue that nobody serves. */
    public long queue(String name) {
        return queue(name, Map.of());
    }

    public long queue(String name, Map<String, ?> more) {
        var request = new HashMap<String, Object>(Map.of("name", name, "distribution", "LONGEST_IDLE"));
        request.putAll(more);
        return made("/queues", request);
    }

    /** Whatever others said of the default queue: everybody serves it, and nothing leads out of it. */
    public void resetDefaultQueue() {
        var queues = admin().reads("/queues?limit=200");
        int queue = queues.getInt("items.find{it.isDefault}.id");
        long root = admin().reads("/groups").getLong("items[0].id");
        admin().sends(Map.of("name", "Default", "distribution", "LONGEST_IDLE"))
                .put(API + "/queues/{id}", queue)
                .then()
                .statusCode(200);
        admin().sends(List.of(Map.of("groupId", root)))
                .put(API + "/queues/{id}/members", queue)
                .then()
                .statusCode(200);
    }

    /** Whether agents are asked whether they take a return case, and how long. */
    public void offering(Integer secondsOrNull) {
        var settings = new HashMap<String, Object>(Map.of("units", 1, "exclusive", false));
        settings.put("offerSeconds", secondsOrNull);
        admin().sends(settings).put(API + "/channels/RETURN_CASE").then().statusCode(200);
    }

    /** From now on the queue is served by this agent alone. */
    public void serve(long queue, Person agent) {
        admin().sends(List.of(Map.of("agentId", agent.id())))
                .put(API + "/queues/{id}/members", queue)
                .then()
                .statusCode(200);
    }

    /** From nine to five on Mondays, in Berlin. */
    public long businessHours() {
        var mondays = Map.of("day", "MONDAY", "from", "09:00", "to", "17:00");
        return made(
                "/business-hours",
                Map.of("name", unique("office"), "timeZone", "Europe/Berlin", "weekly", List.of(mondays)));
    }

    /** A text for everybody of the staff. */
    public long savedReply() {
        return made("/saved-replies", Map.of("name", "Greeting", "text", "Dear {customer.name},", "shared", true));
    }

    /** A routing policy whose version 1 is a draft of these rules. */
    public long policy(List<? extends Map<String, ?>> rules) {
        long policy = made("/routing-policies", Map.of("name", unique("policy")));
        made("/routing-policies/" + policy + "/versions", Map.of("rules", rules));
        return policy;
    }

    /** Version 1 of it decides from now on. */
    public void publish(long policy) {
        admin().asks()
                .post(API + "/routing-policies/{id}/versions/1/publish", policy)
                .then()
                .statusCode(200);
    }

    /** A group below another, or below the root. */
    public long group(String name, Long parent) {
        var request = new HashMap<String, Object>(Map.of("name", name));
        if (parent != null) {
            request.put("parentId", parent);
        }
        return made("/groups", request);
    }

    public void member(long group, Person person, String sees) {
        member(group, person.account(), sees);
    }

    public void member(long group, long account, String sees) {
        admin().sends(Map.of("sees", sees))
                .put(API + "/groups/{id}/members/{account}", group, account)
                .then()
                .statusCode(200);
    }

    public void isolate(boolean tickets, boolean customers, boolean agents) {
        admin().sends(Map.of("tickets", tickets, "customers", customers, "agents", agents))
                .put(API + "/isolation")
                .then()
                .statusCode(200);
    }

    private long made(String path, Map<String, ?> request) {
        return admin().sends(request)
                .post(API + path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private Person staff(String role) {
        var name = unique(role.toLowerCase(Locale.ROOT));
        admin().sends(Map.of("name", name, "roles", Set.of(role), "signIn", credentials(name)))
                .post(API + "/accounts")
                .then()
                .statusCode(201);
        return person(name, name);
    }

    private Person newcomer(String path, String kind, Map<String, ?> more) {
        var name = unique(kind);
        var request = new HashMap<String, Object>(Map.of("name", name, "signIn", credentials(name)));
        request.putAll(more);
        long id = admin().sends(request)
                .post(API + path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        return new Person(id, name, name, person(name, name).token());
    }
}
