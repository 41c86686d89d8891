package org.patchbay.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;

import jakarta.enterprise.inject.spi.CDI;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.mailer.MockMailbox;
import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.ResponseSpecification;

import static io.restassured.RestAssured.given;
import static org.patchbay.testing.Patience.await;

/**
 * The people and things a test of the API needs, made through the API. Every name is new, because tests share one
 * database and one organisation.
 */
public final class TestOrganisation {

    public static final String API = "/api/v1";
    public static final String PASSWORD = "a password for tests";

    private static final String ADMIN = "admin";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String organisation;
    private Person admin;

    /** In the organisation that is there from the first start. */
    public TestOrganisation() {
        this("default");
    }

    private TestOrganisation(String organisation) {
        this.organisation = organisation;
    }

    /**
     * In an organisation of its own, whose admin was invited by mail. Only where the application runs in this process.
     */
    public static TestOrganisation ofNewOrganisation() {
        return ofNewOrganisation("en");
    }

    /** As {@link #ofNewOrganisation()}, founded by somebody who reads this language. */
    public static TestOrganisation ofNewOrganisation(String language) {
        var house = new TestOrganisation(unique("organisation"));
        var email = "admin@" + house.organisation + ".example";
        var admin = Map.of("name", "Administrator", "email", email);
        operator()
                .sends(Map.of("slug", house.organisation, "name", house.organisation, "admin", admin))
                .header("Accept-Language", language)
                .post(API + "/organisations")
                .then()
                .statusCode(201);
        acceptInvitation(email);
        house.admin = house.person("Administrator", email);
        return house;
    }

    /** Sets the usual password with the newest link that was mailed to the address. */
    public static void acceptInvitation(String email) {
        var request = Map.of("token", linkMailedTo(email), "password", PASSWORD);
        Wire.send(null, "POST", API + "/auth/password", request).as(204);
    }

    /** Signs a person up to this organisation, with the usual password; the address is their user name. */
    public Response signUp(String name, String email) {
        return signUp(name, email, "en");
    }

    /** As {@link #signUp(String, String)}, in this language. */
    public Response signUp(String name, String email, String language) {
        var request = Map.of("organisation", organisation, "name", name, "email", email);
        given().contentType(ContentType.JSON)
                .header("Accept-Language", language)
                .body(request)
                .post(API + "/auth/sign-up")
                .then()
                .statusCode(202);
        return given().contentType(ContentType.JSON)
                .header("Accept-Language", language)
                .body(Map.of("token", linkMailedTo(email), "password", PASSWORD))
                .post(API + "/auth/sign-up/confirm");
    }

    /** The secret part of the newest link that was mailed to the address. */
    public static String linkMailedTo(String email) {
        var mails = CDI.current().select(MockMailbox.class).get().getMailsSentTo(email.toLowerCase(Locale.ROOT));
        var text = mails.getLast().getText();
        return text.substring(text.indexOf('#') + 1).lines().findFirst().orElseThrow();
    }

    /** The operator, who makes organisations. */
    public static Person operator() {
        return new TestOrganisation("operators").person("First operator", "operator");
    }

    public String organisation() {
        return organisation;
    }

    /** The same organisation after so long a time that no token is valid any more. */
    public TestOrganisation signedInAgain() {
        var house = new TestOrganisation(organisation);
        house.admin = house.person(admin().name(), admin().username());
        return house;
    }

    /** One person of every role. */
    public List<Person> oneOfEachRole() {
        return List.of(customer(), agent(), supervisor(), admin(), integration(), operator());
    }

    /**
     * A signed-in person.
     *
     * @param id the agent's or customer's id; for others the account's
     */
    public record Person(long id, String name, String username, String token) {

        /** The id of their account, which for customers is another one. */
        public long account() {
            return gets("/me").path("id").asLong();
        }

        public RequestSpecification asks() {
            return given().header("Authorization", "Bearer " + token);
        }

        public RequestSpecification sends(Object body) {
            return asks().contentType(ContentType.JSON).body(body);
        }

        public JsonPath reads(String path, Object... parameters) {
            var filled = path;
            for (var parameter : parameters) {
                var encoded = URLEncoder.encode(parameter.toString(), StandardCharsets.UTF_8);
                filled = filled.replaceFirst("\\{\\w+}", Matcher.quoteReplacement(encoded));
            }
            return new JsonPath(
                    Wire.send(token, "GET", API + filled, null).as(200).text());
        }

        /** @return the created thing */
        private JsonNode makes(String path, Object body) {
            return Wire.send(token, "POST", API + path, body).as(201).json();
        }

        private void puts(String path, Object body) {
            Wire.send(token, "PUT", API + path, body).as(200);
        }

        private JsonNode gets(String path) {
            return Wire.send(token, "GET", API + path, null).as(200).json();
        }

        public Response takes(String step, long ticket) {
            return asks().contentType(ContentType.JSON).post(API + "/tickets/{id}/{step}", ticket, step);
        }
    }

    /** An order of a customer. */
    public record Purchase(long id, String number) {}

    /** Expects a problem of this type. */
    public static ResponseSpecification refused(int status, String type) {
        return new ResponseSpecBuilder()
                .expectStatusCode(status)
                .expectContentType("application/problem+json")
                .expectBody(new Problem(status, "urn:patchbay:problem:" + type))
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

    /** A person of this organisation with the usual password, signed in. */
    public Person person(String name, String username) {
        var token = tokenOf(username);
        var me = Wire.send(token, "GET", API + "/me", null).as(200).json();
        return new Person(me.path("id").asLong(), name, username, token);
    }

    private String tokenOf(String username) {
        var request = Map.of("organisation", organisation, "username", username, "password", PASSWORD);
        var answer = Wire.send(null, "POST", API + "/auth/token", request).as(200);
        return answer.json().path("accessToken").asText();
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

    /** An API client. */
    public Person integration() {
        return integration(List.of(
                "agents:read",
                "agents:write",
                "business-hours:read",
                "channels:read",
                "conversations:read",
                "conversations:write",
                "customers:read",
                "customers:write",
                "floor:read",
                "groups:read",
                "orders:read",
                "orders:write",
                "queues:read",
                "recordings:read",
                "recordings:write",
                "skills:read",
                "tags:read",
                "ticket-fields:read",
                "tickets:read",
                "tickets:write"));
    }

    /** An API client with fewer permissions. */
    public Person integration(List<String> scopes) {
        var made = admin().makes("/api-clients", Map.of("name", unique("shop"), "scopes", scopes));
        var id = made.path("clientId").asText();
        var secret = id + ":" + made.path("clientSecret").asText();
        var headers = Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
                "Content-Type",
                "application/x-www-form-urlencoded");
        var token = Wire.send(null, "POST", API + "/auth/token", headers, "grant_type=client_credentials")
                .as(200)
                .json()
                .path("access_token")
                .asText();
        return new Person(made.path("id").asLong(), made.path("name").asText(), id, token);
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
        agent.puts("/agents/" + agent.id + "/presence", Map.of("presence", presence));
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
        return new Purchase(made("/orders", orderOf(customer, number)), number);
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
        return opener.makes("/tickets", request).path("id").asLong();
    }

    /** A chat that a customer begins. Its conversation and its ticket have one number. */
    public long chat(Person customer, String text) {
        return customer.makes("/conversations", Map.of("text", text)).path("id").asLong();
    }

    public String status(long ticket) {
        return admin().gets("/tickets/" + ticket).path("status").asText();
    }

    /** Waits until the agent holds the ticket, which a message may bring about. */
    public void awaitHeldBy(Person agent, long ticket) {
        await().until(() -> {
            var now = admin().gets("/tickets/" + ticket);
            return "IN_PROGRESS".equals(now.path("status").asText())
                    && now.path("agentId").asLong() == agent.id();
        });
    }

    /** Withdraws leftovers of other tests, so that only this test's tickets and agents meet. */
    public void clear() {
        sendEverybodyHome();
        for (var live : Set.of("OPEN", "OFFERED", "IN_PROGRESS", "PENDING")) {
            untilNoneIsLeft("/tickets?limit=200&status=" + live, this::cancel);
        }
    }

    private void cancel(long ticket) {
        var json = Map.of("Content-Type", "application/json");
        Wire.send(admin().token, "POST", API + "/tickets/" + ticket + "/cancel", json, null)
                .as(200);
    }

    /** Makes all agents OFFLINE; they keep their tickets. */
    public void sendEverybodyHome() {
        untilNoneIsLeft("/agents?presence=AVAILABLE&limit=200", id -> admin().puts(
                        "/agents/" + id + "/presence", Map.of("presence", "OFFLINE")));
    }

    private void untilNoneIsLeft(String list, LongConsumer remove) {
        for (var items = admin().gets(list).path("items");
                !items.isEmpty();
                items = admin().gets(list).path("items")) {
            items.forEach(item -> remove.accept(item.path("id").asLong()));
        }
    }

    /** The ids of every page of a list. */
    public List<Long> each(String list) {
        return ListPages.of(admin(), list).stream().flatMap(List::stream).toList();
    }

    /** Makes a reason for being away. */
    public long reason(String name) {
        return made("/presence-reasons", Map.of("name", name));
    }

    /** Makes a skill. */
    public long skill(String name) {
        return made("/skills", Map.of("name", name));
    }

    public void skilled(Person agent, long skill, int level) {
        admin().puts("/agents/" + agent.id() + "/skills", List.of(Map.of("skillId", skill, "level", level)));
    }

    /** Makes a queue without staffing. */
    public long queue(String name) {
        return queue(name, Map.of());
    }

    public long queue(String name, Map<String, ?> more) {
        var request = new HashMap<String, Object>(Map.of("name", name, "distribution", "LONGEST_IDLE"));
        request.putAll(more);
        return made("/queues", request);
    }

    /** Resets the default queue: everybody serves it, and it has no diversions. */
    public void resetDefaultQueue() {
        var queues = admin().reads("/queues?limit=200");
        int queue = queues.getInt("items.find{it.isDefault}.id");
        long root = admin().reads("/groups").getLong("items[0].id");
        admin().puts("/queues/" + queue, Map.of("name", "Default", "distribution", "LONGEST_IDLE"));
        admin().puts("/queues/" + queue + "/members", List.of(Map.of("groupId", root)));
    }

    /** Sets whether return cases are offered, and how long. */
    public void offering(@Nullable Integer seconds) {
        var settings = new HashMap<String, Object>(Map.of("units", 1, "exclusive", false));
        settings.put("offerSeconds", seconds);
        admin().puts("/channels/RETURN_CASE", settings);
    }

    /** Makes this agent the only one who serves the queue. */
    public void serve(long queue, Person agent) {
        admin().puts("/queues/" + queue + "/members", List.of(Map.of("agentId", agent.id())));
    }

    /** Makes business hours from nine to five on Mondays, in Berlin. */
    public long businessHours() {
        var mondays = Map.of("day", "MONDAY", "from", "09:00", "to", "17:00");
        return made(
                "/business-hours",
                Map.of("name", unique("office"), "timeZone", "Europe/Berlin", "weekly", List.of(mondays)));
    }

    /** Makes a tag. */
    public long tag(String name) {
        return made("/tags", Map.of("name", name, "colour", "GREEN"));
    }

    /** Defines a field of tickets. */
    public long field(String key, String type) {
        return made("/ticket-fields", Map.of("key", key, "label", key + " label", "type", type));
    }

    /** Defines a field of tickets that is one of these. */
    public long choice(String key, String... options) {
        return made(
                "/ticket-fields",
                Map.of("key", key, "label", key + " label", "type", "CHOICE", "options", List.of(options)));
    }

    /** Makes a saved view for everybody. */
    public long savedView(Map<String, ?> filter) {
        return made(
                "/ticket-views", Map.of("name", "View", "filter", filter, "columns", List.of("id"), "shared", true));
    }

    /** Makes a saved reply for everybody. */
    public long savedReply() {
        return made("/saved-replies", Map.of("name", "Greeting", "text", "Dear {customer.name},", "shared", true));
    }

    public long macro(Map<String, ?> steps) {
        return made("/macros", Map.of("name", unique("Macro"), "steps", steps));
    }

    /** Makes a routing policy whose version 1 is a draft of these rules. */
    public long policy(List<? extends Map<String, ?>> rules) {
        long policy = made("/routing-policies", Map.of("name", unique("policy")));
        made("/routing-policies/" + policy + "/versions", Map.of("rules", rules));
        return policy;
    }

    /** Publishes version 1. */
    public void publish(long policy) {
        admin().asks()
                .post(API + "/routing-policies/{id}/versions/1/publish", policy)
                .then()
                .statusCode(200);
    }

    /** Makes a group below another, or below the root. */
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
        admin().puts("/groups/" + group + "/members/" + account, Map.of("sees", sees));
    }

    public void isolate(boolean tickets, boolean customers, boolean agents) {
        admin().puts("/isolation", Map.of("tickets", tickets, "customers", customers, "agents", agents));
    }

    private long made(String path, Map<String, ?> request) {
        return admin().makes(path, request).path("id").asLong();
    }

    private Person staff(String role) {
        var name = unique(role.toLowerCase(Locale.ROOT));
        long id = made("/accounts", Map.of("name", name, "roles", Set.of(role), "signIn", credentials(name)));
        return new Person(id, name, name, tokenOf(name));
    }

    private Person newcomer(String path, String kind, Map<String, ?> more) {
        var name = unique(kind);
        var username = name.toLowerCase(Locale.ROOT);
        var request = new HashMap<String, Object>(Map.of("name", name, "signIn", credentials(username)));
        request.putAll(more);
        return new Person(made(path, request), name, username, tokenOf(username));
    }
}
