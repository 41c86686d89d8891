package org.patchbay.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.patchbay.testing.Client;
import org.patchbay.testing.TestDatabase;

import com.fasterxml.jackson.databind.JsonNode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Random groups, memberships, isolation and tickets: lists, counts, exports, and reads by id show every viewer exactly
 * the rows that a plain model of the rules names. Groups are numbered from 0, the root; a customer and an order are in
 * each.
 */
class SightIT {

    enum Viewer {
        ADMIN,
        SUPERVISOR,
        ONE_AGENT,
        OTHER_AGENT,
        OTHER_SYSTEM
    }

    enum Sees {
        OWN,
        GROUP,
        SUBTREE,
        ORGANISATION
    }

    /** @param holder null where it waits */
    record Ticket(int group, int customer, String status, Viewer holder) {}

    record Member(Viewer who, int group, Sees sees) {}

    /** @param parents of group 1, 2 and so on, each among those before it */
    record World(
            List<Integer> parents,
            boolean isolatesTickets,
            boolean isolatesCustomers,
            boolean isolatesAgents,
            List<Member> members,
            List<Ticket> tickets) {

        int groups() {
            return parents.size() + 1;
        }

        boolean isWithin(int group, int ancestor) {
            return group == ancestor || group > 0 && isWithin(parents.get(group - 1), ancestor);
        }
    }

    private static final Map<Viewer, Client> CLIENTS = new EnumMap<>(Viewer.class);
    private static final Map<Viewer, Long> ACCOUNTS = new EnumMap<>(Viewer.class);

    @BeforeContainer
    static void openTheCentre() {
        var pair = Pair.fresh();
        TestDatabase.execute("insert into pool (organisation_id, queue_id, channel, skills, target_id)"
                + " select organisation_id, id, 'RETURN_CASE', '', 0 from queue");
        var centre = SupportCentre.of(pair.uris(), 2, 1, 0);
        CLIENTS.put(Viewer.ADMIN, centre.admin());
        CLIENTS.put(Viewer.SUPERVISOR, centre.staff("sam", "supervisor"));
        CLIENTS.put(Viewer.ONE_AGENT, centre.agents().get(0).client());
        CLIENTS.put(Viewer.OTHER_AGENT, centre.agents().get(1).client());
        CLIENTS.put(Viewer.OTHER_SYSTEM, centre.otherSystem("crm"));
        CLIENTS.forEach((viewer, client) ->
                ACCOUNTS.put(viewer, client.get("/me").body().path("id").asLong()));
    }

    @Property(tries = Size.Tries.MOST, shrinking = ShrinkingMode.OFF)
    @AddLifecycleHook(Size.Tries.class)
    void everybodySeesWhatTheModelSays(@ForAll("worlds") World world) {
        var stored = Stored.of(world);
        for (var viewer : Viewer.values()) {
            var model = new Model(world, viewer);
            var client = CLIENTS.get(viewer);
            var groups = range(world.groups(), model::seesGroup);
            var customers = range(world.groups(), model::seesCustomer);
            var tickets = range(
                    world.tickets().size(), ticket -> model.sees(world.tickets().get(ticket)));
            assertEquals(groups, listed(client, "/groups?limit=200", stored.groups), viewer + " lists groups");
            assertEquals(
                    customers, listed(client, "/customers?limit=200", stored.customers), viewer + " lists customers");
            assertEquals(customers, listed(client, "/orders?limit=200", stored.orders), viewer + " lists orders");
            assertEquals(
                    Set.of(Viewer.ONE_AGENT, Viewer.OTHER_AGENT).stream()
                            .filter(model::seesAgent)
                            .map(ACCOUNTS::get)
                            .collect(Collectors.toSet()),
                    ids(client.get("/agents?limit=200").body().path("items")),
                    viewer + " lists agents");
            assertEquals(tickets, listed(client, "/tickets?limit=200", stored.tickets), viewer + " lists tickets");
            assertEquals(tickets, exported(client, stored.tickets), viewer + " exports tickets");
            assertEquals(tickets.size(), counted(client, ""), viewer + " counts tickets");
            for (int group = 0; group < world.groups(); group++) {
                int of = group;
                assertEquals(
                        tickets.stream()
                                .filter(ticket -> world.tickets().get(ticket).group() == of)
                                .count(),
                        counted(client, "?groupId=" + stored.groups.get(group)),
                        viewer + " counts the tickets of group " + group);
            }
            readsById(client, viewer, "/groups/", stored.groups, groups);
            readsById(client, viewer, "/customers/", stored.customers, customers);
            readsById(client, viewer, "/orders/", stored.orders, customers);
            readsById(client, viewer, "/tickets/", stored.tickets, tickets);
        }
    }

    @Provide
    Arbitrary<World> worlds() {
        return Arbitraries.integers().between(0, 5).flatMap(more -> {
            var group = Arbitraries.integers().between(0, more);
            var parents = Combinators.combine(IntStream.range(0, more)
                            .mapToObj(before ->
                                    (Arbitrary<Integer>) Arbitraries.integers().between(0, before))
                            .toList())
                    .as(chosen -> chosen);
            var member = Combinators.combine(Arbitraries.of(Viewer.class), group, Arbitraries.of(Sees.class))
                    .as(Member::new);
            var ticket = Combinators.combine(
                            group,
                            group,
                            Arbitraries.of("OPEN", "IN_PROGRESS", "PENDING", "RESOLVED"),
                            Arbitraries.of(Viewer.ONE_AGENT, Viewer.OTHER_AGENT))
                    .as((of, customer, status, holder) ->
                            new Ticket(of, customer, status, status.equals("OPEN") ? null : holder));
            var yesOrNo = Arbitraries.of(true, true, false);
            return Combinators.combine(
                            parents,
                            yesOrNo,
                            yesOrNo,
                            yesOrNo,
                            member.list().ofMaxSize(7).uniqueElements(one -> one.who() + "-" + one.group()),
                            ticket.list().ofMaxSize(10))
                    .as(World::new);
        });
    }

    private static Set<Integer> range(int end, Predicate<Integer> seen) {
        return IntStream.range(0, end).boxed().filter(seen).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Long> ids(JsonNode items) {
        var ids = new HashSet<Long>();
        items.forEach(item -> ids.add(item.path("id").asLong()));
        return ids;
    }

    private static Set<Integer> places(JsonNode items, List<Long> stored) {
        return ids(items).stream().map(stored::indexOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> listed(Client client, String path, List<Long> stored) {
        return places(client.get(path).body().path("items"), stored);
    }

    private static Set<Integer> exported(Client client, List<Long> stored) {
        var answer = client.get("/tickets/export");
        assertEquals(200, answer.status());
        return places(answer.body(), stored);
    }

    private static long counted(Client client, String filter) {
        return client.get("/tickets/count" + filter).body().path("tickets").asLong(-1);
    }

    private static void readsById(Client client, Viewer viewer, String path, List<Long> stored, Set<Integer> seen) {
        for (int place = 0; place < stored.size(); place++) {
            assertEquals(
                    seen.contains(place) ? 200 : 404,
                    client.get(path + stored.get(place)).status(),
                    viewer + " reads " + path + place);
        }
    }

    /** The rules in the plainest words. */
    private record Model(World world, Viewer viewer) {

        boolean sees(Ticket ticket) {
            return !world.isolatesTickets() || reaches(ticket.group()) || ticket.holder() == viewer;
        }

        boolean seesCustomer(int groupAndCustomer) {
            return !world.isolatesCustomers()
                    || reaches(groupAndCustomer)
                    || world.tickets().stream()
                            .anyMatch(ticket -> ticket.customer() == groupAndCustomer
                                    && ticket.holder() == viewer
                                    && Set.of("IN_PROGRESS", "PENDING").contains(ticket.status()));
        }

        boolean seesAgent(Viewer agent) {
            return !world.isolatesAgents()
                    || agent == viewer
                    || seesEverything()
                    || world.members().stream().anyMatch(member -> member.who() == agent && reaches(member.group()));
        }

        boolean seesGroup(int group) {
            return !world.isolatesTickets() && !world.isolatesCustomers() && !world.isolatesAgents() || reaches(group);
        }

        private boolean reaches(int group) {
            return seesEverything()
                    || memberships().stream().anyMatch(member -> switch (member.sees()) {
                        case OWN -> false;
                        case GROUP -> member.group() == group;
                        case SUBTREE -> world.isWithin(group, member.group());
                        case ORGANISATION -> true;
                    });
        }

        private boolean seesEverything() {
            return viewer == Viewer.ADMIN
                    || memberships().stream().anyMatch(member -> member.sees() == Sees.ORGANISATION);
        }

        private List<Member> memberships() {
            return world.members().stream()
                    .filter(member -> member.who() == viewer)
                    .toList();
        }
    }

    /** The database ids of a world's things. */
    private record Stored(List<Long> groups, List<Long> customers, List<Long> orders, List<Long> tickets) {

        static Stored of(World world) {
            var organisation = "(select id from organisation where slug = 'default')";
            TestDatabase.execute(
                    "delete from ticket",
                    "delete from orders",
                    "delete from customer",
                    "delete from membership",
                    "delete from org_group where parent_id is not null and organisation_id = " + organisation
                            + " order by id desc",
                    "update organisation set isolates_tickets = %b, isolates_customers = %b, isolates_agents = %b"
                            .formatted(world.isolatesTickets(), world.isolatesCustomers(), world.isolatesAgents()));
            var stored = new Stored(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            stored.groups.add(TestDatabase.count("select id from org_group where root_of = " + organisation));
            for (int parent : world.parents()) {
                stored.groups.add(inserted(
                        "org_group",
                        "organisation_id, parent_id, name, path, created_at, version",
                        "%s, %d, uuid(), '', utc_timestamp(6), 0".formatted(organisation, stored.groups.get(parent))));
            }
            for (int group = 1; group < stored.groups.size(); group++) {
                TestDatabase.execute("update org_group set path = '%s' where id = %d"
                        .formatted(stored.path(world, group), stored.groups.get(group)));
            }
            for (long group : stored.groups) {
                long customer = inserted(
                        "customer",
                        "organisation_id, group_id, name, email, created_at, version",
                        organisation + ", " + group + ", 'Customer', uuid(), utc_timestamp(6), 0");
                stored.customers.add(customer);
                stored.orders.add(inserted(
                        "orders",
                        "organisation_id, group_id, customer_id, number, product, quantity, amount, currency,"
                                + " ordered_at, version",
                        organisation + ", " + group + ", " + customer
                                + ", uuid(), 'Lamp', 1, 9.90, 'EUR', utc_timestamp(6), 0"));
            }
            for (var member : world.members()) {
                inserted(
                        "membership",
                        "organisation_id, account_id, group_id, sees",
                        "%s, %d, %d, '%s'"
                                .formatted(
                                        organisation,
                                        ACCOUNTS.get(member.who()),
                                        stored.groups.get(member.group()),
                                        member.sees()));
            }
            TestDatabase.configurationChanged();
            for (var ticket : world.tickets()) {
                stored.tickets.add(inserted(
                        "ticket",
                        "organisation_id, group_id, queue_id, pool_id, channel, status, reason, priority, customer_id,"
                                + " agent_id, opened_at, updated_at, resolved_at, version",
                        ("%1$s, %2$d, (select min(id) from queue where organisation_id = %1$s),"
                                        + " (select min(id) from pool where organisation_id = %1$s), 'RETURN_CASE',"
                                        + " '%3$s', 'OTHER', 3, %4$d, %5$s, utc_timestamp(6), utc_timestamp(6),"
                                        + " if('%3$s' = 'RESOLVED', utc_timestamp(6), null), 0")
                                .formatted(
                                        organisation,
                                        stored.groups.get(ticket.group()),
                                        ticket.status(),
                                        stored.customers.get(ticket.customer()),
                                        ACCOUNTS.get(ticket.holder()))));
            }
            return stored;
        }

        private String path(World world, int group) {
            return group == 0 ? "/" : path(world, world.parents().get(group - 1)) + groups.get(group) + "/";
        }

        private static long inserted(String table, String columns, String values) {
            TestDatabase.execute("insert into " + table + " (" + columns + ") values (" + values + ")");
            return TestDatabase.count("select max(id) from " + table);
        }
    }
}
