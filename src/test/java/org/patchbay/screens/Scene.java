package org.patchbay.screens;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.patchbay.proof.SupportCentre;
import org.patchbay.screens.Person.Device;
import org.patchbay.testing.Client;

/** A shop on a busy morning, so that every screen has something to show; made over the API. */
final class Scene {

    static final String NOBODY = "";
    static final String CUSTOMER = "carla";
    static final String AGENT = "ada";
    static final String SUPERVISOR = "sam";
    static final String ADMIN = "admin";
    static final String OPERATOR = "operator";

    private static final List<String> CUSTOMERS =
            List.of("Ines Aoki", "Yusuf Bianchi", "Mara Chen", "Tom Dahl", "Lea Engel", "Omar Farouk");
    private static final List<String> PRODUCTS =
            List.of("Desk lamp, black", "Headphones", "Oak shelf", "Coffee grinder", "Floor lamp", "Alarm clock");
    private static final List<String> WORDS = List.of(
            "The lamp arrived with a crack.",
            "The left ear is silent.",
            "One board is missing. Please send another one.",
            "It is smaller than I thought.",
            "Wrong colour; I ordered black.",
            "It rings at midnight.");
    private static final List<String> REASONS = List.of("DAMAGED", "WRONG_ITEM", "NOT_AS_DESCRIBED", "OTHER");

    private final Stage stage;
    private final Client admin;
    private final Map<String, Long> agents = new LinkedHashMap<>();
    private final long returns;
    private final long policy;
    private final long hours;
    private final long group;
    private final long customer;
    private final long ticket;

    private Scene(Stage stage) {
        this.stage = stage;
        admin = stage.centre().admin();
        stage.centre().staff(SUPERVISOR, "supervisor");
        hire("Ada Lovelace", AGENT, "Returns desk");
        hire("Ben Okafor", "ben", "Returns desk");
        hire("Cleo Marchetti", "cleo", "Electronics");
        hire("Dan Weiss", "dan", "Electronics");
        long lunch = make("/presence-reasons", Map.of("name", "Lunch"));
        long french = make("/skills", Map.of("name", "French"));
        long electronics = make("/skills", Map.of("name", "Electronics"));
        group = make("/groups", Map.of("name", "Berlin"));
        set("/groups/" + group + "/members/" + agents.get("ben"), Map.of("sees", "GROUP"));
        for (var agent : agents.values()) {
            set(
                    "/agents/" + agent + "/skills",
                    List.of(
                            Map.of("skillId", french, "level", 3 + agent % 7),
                            Map.of("skillId", electronics, "level", 4 + agent % 5)));
        }
        hours = make(
                "/business-hours",
                Map.of(
                        "name",
                        "Office",
                        "timeZone",
                        "Europe/Berlin",
                        "weekly",
                        Stream.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
                                .map(day -> Map.of("day", day, "from", "08:00", "to", "18:00"))
                                .toList(),
                        "holidays",
                        List.of(Map.of("date", "2026-12-24", "name", "Christmas Eve"))));
        returns = queue("Returns", "LONGEST_IDLE", AGENT, "ben");
        long devices = queue("Electronics", "BEST_SKILLED", "cleo", "dan");
        long vip = queue("Very important people", "ROUND_ROBIN", AGENT, "cleo");
        policy = make("/routing-policies", Map.of("name", "Where things go"));
        make(
                "/routing-policies/" + policy + "/versions",
                Map.of(
                        "rules",
                        List.of(
                                Map.of(
                                        "name",
                                        "Gold customers",
                                        "condition",
                                        "customer.attributes.tier == \"gold\"",
                                        "queueId",
                                        vip,
                                        "priority",
                                        "HIGH"),
                                Map.of("name", "Everything else", "queueId", returns))));
        admin.post("/routing-policies/" + policy + "/versions/1/publish", null).as(200);
        set("/queues/" + returns + "/alarms", Map.of("maxWaiting", 1, "minFreeAgents", 1));
        long tag = make("/tags", Map.of("name", "VIP", "colour", "RED"));
        make("/ticket-fields", Map.of("key", "serial_number", "label", "Serial number", "type", "TEXT"));
        make("/saved-replies", Map.of("name", "Sorry", "text", "Dear {customer.name}, we are sorry.", "shared", true));
        make("/api-clients", Map.of("name", "Warehouse", "scopes", List.of("tickets:read")));

        set("/agents/" + agents.get("dan") + "/presence", Map.of("presence", "AWAY", "reasonId", lunch));
        customer = customer("Carla Brandt", Map.of("username", CUSTOMER, "password", SupportCentre.PASSWORD));
        ticket = report(stage.client(CUSTOMER), order(customer, 0));
        admin.post("/tickets/" + ticket + "/tags", Map.of("add", List.of(tag))).as(200);
        order(customer, 1);
        order(customer, 2);
        for (int i = 0; i < CUSTOMERS.size(); i++) {
            long other = customer(CUSTOMERS.get(i), null);
            for (int more = 0; more < 2; more++) {
                open(other, i + more, List.of(returns, devices, vip).get((i + more) % 3), i == 1 ? "HIGH" : "NORMAL");
            }
        }
        for (var agent : List.of(AGENT, "ben", "cleo")) {
            set("/agents/" + agents.get(agent) + "/presence", Map.of("presence", "AVAILABLE"));
        }
    }

    static Scene on(Stage stage) {
        return new Scene(stage);
    }

    /** Where the steps of the ticket that the pictures show happen one after the other, as a person would take them. */
    void talk() {
        var ada = stage.client(AGENT);
        note(ada, Map.of("note", "I am sorry, Carla. I look whether we have another one."));
        note(ada, Map.of("note", "The third cracked one of this batch.", "internal", true));
    }

    /** A visitor, signed in, unless there is no user name. */
    Person visitor(String username, Device device) {
        return switch (username) {
            case NOBODY -> stage.stranger(device);
            case OPERATOR -> stage.stranger(device).signIn("operators", username, SupportCentre.PASSWORD);
            default -> stage.person(username, device);
        };
    }

    /** The screens of each visitor, by their paths. */
    Map<String, List<String>> screens() {
        var admins = new ArrayList<>(List.of("/admin"));
        Stream.of(
                        "agents",
                        "agents/" + agents.get(AGENT),
                        "accounts",
                        "groups",
                        "groups/" + group,
                        "skills",
                        "reasons",
                        "attendance",
                        "queues",
                        "queues/" + returns,
                        "policies",
                        "policies/" + policy,
                        "hours",
                        "hours/" + hours,
                        "channels",
                        "calls",
                        "tags",
                        "fields",
                        "customers",
                        "customers/" + customer,
                        "orders",
                        "sign-in",
                        "api-clients",
                        "widget",
                        "recording",
                        "audit")
                .map("/admin/"::concat)
                .forEach(admins::add);
        return Map.of(
                NOBODY,
                List.of("/sign-in", "/sign-up", "/forgotten-password", "/set-password#token", "/welcome#token"),
                CUSTOMER,
                List.of("/my", "/my/chat", "/my/tickets/" + ticket, "/account"),
                AGENT,
                List.of("/desk", "/tickets?view=mine"),
                SUPERVISOR,
                List.of(
                        "/board",
                        "/board/queues/" + returns,
                        "/board/tickets/" + ticket,
                        "/tickets",
                        "/tickets?ticket=" + ticket,
                        "/recordings",
                        "/wall"),
                ADMIN,
                admins,
                OPERATOR,
                List.of("/operations"));
    }

    private void hire(String name, String username, String title) {
        var signIn = Map.of("username", username, "password", SupportCentre.PASSWORD);
        agents.put(username, make("/agents", Map.of("name", name, "title", title, "capacity", 3, "signIn", signIn)));
    }

    private long queue(String name, String distribution, String... members) {
        var level = Map.of("percent", 80, "seconds", 120);
        long id = make(
                "/queues",
                Map.of("name", name, "distribution", distribution, "serviceLevel", level, "businessHoursId", hours));
        set(
                "/queues/" + id + "/members",
                Stream.of(members)
                        .map(agent -> Map.of("agentId", agents.get(agent), "tier", 1))
                        .toList());
        return id;
    }

    private long customer(String name, @Nullable Map<String, String> signIn) {
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
        var request = new LinkedHashMap<String, Object>(
                Map.of("name", name, "email", email, "attributes", Map.of("tier", signIn == null ? "gold" : "silver")));
        if (signIn != null) {
            request.put("signIn", signIn);
        }
        return make("/customers", request);
    }

    private String order(long customer, int which) {
        var number = "A-" + customer + "-" + which;
        make(
                "/orders",
                Map.of(
                        "number",
                        number,
                        "customerId",
                        customer,
                        "product",
                        PRODUCTS.get(which % PRODUCTS.size()),
                        "quantity",
                        1,
                        "amount",
                        49.9,
                        "currency",
                        "EUR",
                        "orderedAt",
                        "2026-11-02T09:30:00Z"));
        return number;
    }

    private long report(Client customer, String order) {
        var ticket = Map.of("orderNumber", order, "reason", "DAMAGED", "note", WORDS.getFirst());
        return customer.post("/tickets", ticket).as(201).id();
    }

    private long open(long customer, int which, long queue, String priority) {
        return make(
                "/tickets",
                Map.of(
                        "orderNumber", order(customer, which),
                        "reason", REASONS.get(which % REASONS.size()),
                        "note", WORDS.get(which % WORDS.size()),
                        "queueId", queue,
                        "priority", priority));
    }

    private void note(Client who, Map<String, Object> words) {
        who.post("/tickets/" + ticket + "/notes", words).as(200);
    }

    private long make(String path, Map<String, ?> thing) {
        return admin.post(path, thing).as(201).id();
    }

    private void set(String path, Object thing) {
        admin.put(path, thing).as(200);
    }
}
