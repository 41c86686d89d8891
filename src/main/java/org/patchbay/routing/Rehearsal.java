package org.patchbay.routing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

import org.patchbay.agents.Agents;
import org.patchbay.agents.NewAgent;
import org.patchbay.agents.Presence;
import org.patchbay.customers.Customers;
import org.patchbay.customers.NewCustomer;
import org.patchbay.customers.NewOrder;
import org.patchbay.customers.Orders;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.groups.Memberships;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Credentials;
import org.patchbay.identity.Rehearsals;
import org.patchbay.identity.Role;
import org.patchbay.policies.PolicyRehearsal;
import org.patchbay.routing.matching.Matcher;
import org.patchbay.routing.offers.Offers;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.OpenTicket;
import org.patchbay.tickets.TicketDispatch.TicketStep;
import org.patchbay.tickets.TicketSearch;
import org.patchbay.tickets.TicketSort;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.TicketView;
import org.patchbay.tickets.Tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Walks the path from opening a ticket to its assignment and resolution, without a trace: the code and statements on it
 * are then loaded, translated, compiled and prepared for the first ticket.
 */
@ApplicationScoped
class Rehearsal {

    private static final String PASSWORD = "nobody ever signs in with this";

    private final Rehearsals rehearsals;
    private final Agents agents;
    private final Customers customers;
    private final Orders orders;
    private final Tickets tickets;
    private final PolicyRehearsal policies;
    private final Memberships memberships;
    private final Offers offers;
    private final Matcher matcher;
    private final Idempotency idempotency;
    private final Validator validator;
    private final ObjectMapper json;
    private final RoutingConfig config;

    Rehearsal(
            Rehearsals rehearsals,
            Agents agents,
            Customers customers,
            Orders orders,
            Tickets tickets,
            PolicyRehearsal policies,
            Memberships memberships,
            Offers offers,
            Matcher matcher,
            Idempotency idempotency,
            Validator validator,
            ObjectMapper json,
            RoutingConfig config) {
        this.rehearsals = rehearsals;
        this.agents = agents;
        this.customers = customers;
        this.orders = orders;
        this.tickets = tickets;
        this.policies = policies;
        this.memberships = memberships;
        this.offers = offers;
        this.matcher = matcher;
        this.idempotency = idempotency;
        this.validator = validator;
        this.json = json;
        this.config = config;
    }

    /** One agent, one customer, and two tickets: the first waits until the agent comes, the second finds them free. */
    void walk() {
        rehearsals.rehearse(config.rehearsalLimit(), organisation -> {
            policies.publish();
            var mark = UUID.randomUUID().toString();
            long customer = customers
                    .create(new NewCustomer("Customer", mark + "@example.org", null, null))
                    .id();
            long agent = agents.create(new NewAgent("Agent", null, 1, new Credentials(mark, PASSWORD)))
                    .id();
            var asks = new Actor(organisation, customer, "Customer", Set.of(Role.CUSTOMER), Optional.empty());
            var serves = new Actor(organisation, agent, "Agent", Set.of(Role.AGENT), Optional.empty());

            var first = open(asks, customer, mark + "-1");
            matcher.matchTicket(first.id());
            agents.setPresence(agent, Presence.AVAILABLE, null);
            look(serves);
            tickets.take(new TicketStep(serves, first.id(), Step.RESOLVE, null, null, null));

            var second = open(asks, customer, mark + "-2");
            look(serves);
            tickets.take(new TicketStep(serves, second.id(), Step.RESOLVE, null, null, null));
            matcher.matchAgent(agent);
        });
    }

    private TicketView open(Actor asks, long customer, String number) {
        orders.create(new NewOrder(number, customer, "Desk lamp", 1, BigDecimal.TEN, "EUR", Times.now()));
        var request = read("{\"orderNumber\":\"" + number + "\",\"reason\":\"DAMAGED\"}");
        validator.validate(request);
        return tickets.open(asks, request, idempotency.keyed(asks.accountId(), number, request, TicketView.class));
    }

    private OpenTicket read(String request) {
        try {
            return json.readValue(request, OpenTicket.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void look(Actor agent) {
        var held = TicketSearch.heldBy(agent.accountId());
        CurrentVisibility.of(
                memberships.visibilityOf(agent), () -> tickets.list(agent, held, TicketSort.OLDEST, null, 1));
        tickets.eventsOfAgent(agent, null, 1);
        offers.list(agent, null, 1);
    }
}
