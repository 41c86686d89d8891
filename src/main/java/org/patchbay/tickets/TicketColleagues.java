package org.patchbay.tickets;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.conversations.Audience;
import org.patchbay.conversations.Conversations;
import org.patchbay.identity.Accounts;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;

import static java.util.Objects.requireNonNull;

/**
 * Colleagues whom the holder of a ticket asks for advice, or has talk with the customer, too. The ticket stays with its
 * holder and costs the others no capacity. An invitation holds while the ticket is live; one that is reopened begins
 * without any.
 */
@ApplicationScoped
public class TicketColleagues {

    private static final int MOST = 10;

    private final Conversations conversations;
    private final Accounts accounts;
    private final TicketSteps steps;

    TicketColleagues(Conversations conversations, Accounts accounts, TicketSteps steps) {
        this.conversations = conversations;
        this.accounts = accounts;
        this.steps = steps;
    }

    /**
     * Those who are invited now.
     *
     * @throws HttpProblem {@code not-found} where the current user sees no such ticket
     */
    @Transactional
    public List<InvitedView> list(long ticketId) {
        var ticket = Ticket.<Ticket>findByIdOptional(ticketId).orElseThrow(() -> TicketSteps.unknown(ticketId));
        return views(ticket);
    }

    private List<InvitedView> views(Ticket ticket) {
        return among(List.of(ticket)).getOrDefault(ticket.id, List.of());
    }

    /** Those who are invited into some of these tickets, by the tickets. */
    Map<Long, List<InvitedView>> among(Collection<Ticket> tickets) {
        var live = tickets.stream()
                .filter(ticket -> ticket.status.isLive())
                .collect(Collectors.toMap(ticket -> ticket.id, Function.identity(), (one, same) -> one));
        return live.isEmpty()
                ? Map.of()
                : TicketColleague.ofTickets(live.keySet()).stream()
                        .filter(row -> !requireNonNull(live.get(row.ticketId)).isHeldBy(row.accountId))
                        .collect(Collectors.groupingBy(
                                row -> row.ticketId,
                                Collectors.flatMapping(row -> view(row).stream(), Collectors.toList())));
    }

    private Optional<InvitedView> view(TicketColleague row) {
        return accounts.nameOf(row.accountId)
                .map(name -> new InvitedView(row.accountId, name, row.invitedAs, row.invitedAt));
    }

    /**
     * Invites a colleague, or changes what they are invited for.
     *
     * @return those who are invited now
     * @throws HttpProblem {@code not-found}; {@code forbidden} where the actor neither holds the ticket nor steers;
     *     {@code step-not-allowed} where it is over; {@code conflict} where the colleague holds it, does not see it, or
     *     there are too many
     */
    @Transactional
    public List<InvitedView> invite(Actor actor, long ticketId, long colleague, InvitedAs as) {
        var ticket = Ticket.lock(ticketId).orElseThrow(() -> TicketSteps.unknown(ticketId));
        if (!steers(actor, ticket)) {
            throw ProblemType.FORBIDDEN.because(TicketWords.HOLDER_OR_SUPERVISOR);
        }
        if (!ticket.status.isLive()) {
            throw steps.notAllowed(actor, ticket, TicketWords.HAS_STATUS);
        }
        if (ticket.isHeldBy(colleague)) {
            throw ProblemType.CONFLICT.because(TicketWords.HOLDS_IT, colleague);
        }
        conversations.checkColleague(ticket.conversationId(), colleague);
        var known = TicketColleague.of(ticketId, colleague);
        if (known.isEmpty()) {
            if (TicketColleague.ofTickets(List.of(ticketId)).size() >= MOST) {
                throw ProblemType.CONFLICT.because(TicketWords.TOO_MANY_COLLEAGUES, MOST);
            }
            TicketColleague.create(ticketId, colleague, as);
        }
        if (known.map(row -> row.invitedAs != as).orElse(true)) {
            known.ifPresent(row -> row.invitedAs = as);
            ticket.concerns(
                    colleague, as == InvitedAs.JOIN ? TicketEventType.INVITED : TicketEventType.CONSULTED, actor);
        }
        Ticket.flush();
        return views(ticket);
    }

    /**
     * Ends an invitation; does nothing where there is none. Those who are invited may leave by themselves.
     *
     * @throws HttpProblem {@code not-found}; {@code forbidden}
     */
    @Transactional
    public void end(Actor actor, long ticketId, long colleague) {
        var ticket = Ticket.lock(ticketId).orElseThrow(() -> TicketSteps.unknown(ticketId));
        if (actor.accountId() != colleague && !steers(actor, ticket)) {
            throw ProblemType.FORBIDDEN.because(TicketWords.HOLDER_OR_SUPERVISOR);
        }
        TicketColleague.of(ticketId, colleague).ifPresent(row -> {
            row.delete();
            if (ticket.status.isLive()) {
                ticket.concerns(colleague, TicketEventType.LEFT, actor);
            }
        });
    }

    /** Ends the invitation of somebody to whom the ticket is given. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void given(Ticket ticket, long agent) {
        TicketColleague.of(ticket.id, agent).ifPresent(TicketColleague::delete);
    }

    /** Whether somebody may say something because they are invited. */
    boolean maySay(Ticket ticket, Actor actor, Audience audience) {
        return invitation(ticket, actor.accountId())
                .filter(as -> audience == Audience.INTERNAL || as == InvitedAs.JOIN)
                .isPresent();
    }

    /** The purpose for which somebody is invited; nothing where they are not, or the ticket is over. */
    public Optional<InvitedAs> invitation(Ticket ticket, long account) {
        return ticket.status.isLive()
                ? TicketColleague.of(ticket.id, account).map(row -> row.invitedAs)
                : Optional.empty();
    }

    private static boolean steers(Actor actor, Ticket ticket) {
        return ticket.status.isWithAgent() && ticket.isHeldBy(actor.accountId())
                || ticket.status == TicketStatus.PENDING
                        && Long.valueOf(actor.accountId()).equals(ticket.agentId)
                || actor.is(Role.SUPERVISOR, Role.ADMIN);
    }
}
