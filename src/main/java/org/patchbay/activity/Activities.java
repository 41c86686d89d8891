package org.patchbay.activity;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.conversations.Audience;
import org.patchbay.conversations.ConversationTickets;
import org.patchbay.conversations.ConversationTickets.About;
import org.patchbay.identity.Actor;
import org.patchbay.shared.time.Times;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Tells who looks and who types to those who may know. */
@ApplicationScoped
class Activities {

    /** More than one heartbeat of a page, so that one may be late. */
    private static final Duration LOOKING_HOLDS = Duration.ofSeconds(30);

    private static final Duration TYPING_HOLDS = Duration.ofSeconds(6);

    private final ConversationTickets tickets;
    private final Rooms rooms;
    private final Signals signals;

    Activities(ConversationTickets tickets, Rooms rooms, Signals signals) {
        this.tickets = tickets;
        this.rooms = rooms;
        this.signals = signals;
    }

    /**
     * Tells what somebody does.
     *
     * @return the others who are there, as far as they may know
     * @throws HttpProblem {@code not-found} where the current user does not see the conversation
     */
    @Transactional
    List<ActivityView> tell(Actor actor, long conversation, ActivityRequest request) {
        var about = tickets.about(conversation);
        signals.tell(actor.organisationId(), conversation, about, activity(actor, conversation, about, request));
        return rooms.present(actor.organisationId(), conversation).stream()
                .filter(other -> other.accountId() != actor.accountId())
                .filter(other -> !actor.isOnlyCustomer() || other.reachesCustomers())
                .toList();
    }

    private ActivityView activity(Actor actor, long conversation, About about, ActivityRequest request) {
        boolean customer = actor.isOnlyCustomer();
        var holds = request.state() == ActivityState.TYPING ? TYPING_HOLDS : LOOKING_HOLDS;
        return new ActivityView(
                actor.accountId(),
                actor.name(),
                customer,
                request.state(),
                customer || typesToCustomer(actor, conversation, about, request) ? Audience.PUBLIC : Audience.INTERNAL,
                customer ? request.barePage() : null,
                customer ? request.language() : null,
                Times.now().plus(holds));
    }

    private boolean typesToCustomer(Actor actor, long conversation, About about, ActivityRequest request) {
        return request.state() == ActivityState.TYPING
                && request.audience() == Audience.PUBLIC
                && (about.mayAnswer(actor) || tickets.maySay(actor, conversation, Audience.PUBLIC));
    }
}
