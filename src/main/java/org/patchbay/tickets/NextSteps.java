package org.patchbay.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.identity.Scope;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.TicketStatus.Step;

import static java.util.Objects.requireNonNull;

/** The steps that an actor may take with a ticket now. No other place decides which steps are offered or allowed. */
@ApplicationScoped
class NextSteps {

    private final TicketsConfig config;
    private final BotPatience botPatience;

    NextSteps(TicketsConfig config, BotPatience botPatience) {
        this.config = config;
        this.botPatience = botPatience;
    }

    /** The steps that actors may take now with any of these tickets; one query, however many there are. */
    BiFunction<Actor, Ticket, Set<Step>> of(Collection<Ticket> tickets) {
        var blocked = blockedOrders(tickets);
        return (actor, ticket) -> of(actor, ticket, blocked);
    }

    private Set<Step> of(Actor actor, Ticket ticket, Set<Long> blocked) {
        return ticket.status.steps().stream()
                .filter(step -> permits(actor, ticket, step))
                .filter(step -> step != Step.REOPEN || isReopenable(ticket) && !isBlocked(ticket, blocked))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));
    }

    /**
     * As {@link #of(Collection)}, with tickets that took a step just now, in this transaction. The order of one that is
     * resolved by that has no other live ticket: it was live itself until then.
     */
    BiFunction<Actor, Ticket, Set<Step>> afterSteps() {
        return (actor, ticket) -> of(actor, ticket, Set.of());
    }

    /** As {@link #of(Collection)}. */
    Set<Step> of(Ticket ticket, Actor actor) {
        return of(List.of(ticket)).apply(actor, ticket);
    }

    /** Whether the actor may take the step, should the ticket's state allow it. */
    boolean permits(Actor actor, Ticket ticket, Step step) {
        boolean steers = actor.is(Role.SUPERVISOR, Role.ADMIN);
        boolean holder = actor.is(Role.AGENT) && ticket.isHeldBy(actor.accountId());
        boolean inHand = holder && ticket.status == TicketStatus.IN_PROGRESS;
        return actor.isWithin(Scope.TICKETS_WRITE)
                && switch (step) {
                    case RESOLVE ->
                        steers
                                || holder
                                || actor.is(Role.AGENT)
                                        && config.resolvableBy() == TicketsConfig.ResolvableBy.ANY_AGENT;
                    case SETTLE -> isBotOf(actor, ticket);
                    case PEND -> steers || holder;
                    case ASSIGN, RELEASE -> steers || inHand;
                    case OFFER, ACCEPT, DECLINE, EXPIRE -> false;
                    case RESUME, REOPEN, CLOSE, CANCEL -> true;
                };
    }

    private boolean isBotOf(Actor actor, Ticket ticket) {
        return botPatience
                .botOf(ticket)
                .filter(bot -> Objects.equals(bot.apiClientId(), actor.accountId()))
                .isPresent();
    }

    /** Whether there is still time to reopen a resolved ticket. */
    boolean isReopenable(Ticket ticket) {
        return Times.now().isBefore(reopenableUntil(ticket));
    }

    private static boolean isBlocked(Ticket ticket, Set<Long> orders) {
        return ticket.orderId != null && orders.contains(ticket.orderId);
    }

    /** When the time to reopen a resolved ticket is over. */
    Instant reopenableUntil(Ticket ticket) {
        return requireNonNull(ticket.resolvedAt).plus(config.reopenWithin());
    }

    /** The orders of resolved tickets that have another live ticket, visible or not. */
    private Set<Long> blockedOrders(Collection<Ticket> tickets) {
        var orders = tickets.stream()
                .filter(ticket -> ticket.status == TicketStatus.RESOLVED && isReopenable(ticket))
                .map(ticket -> ticket.orderId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return orders.isEmpty() ? Set.of() : CurrentVisibility.ofEverything(() -> TicketQueries.liveAmong(orders));
    }
}
