package org.patchbay.conversations;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.patchbay.groups.Visibility;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.shared.idempotency.KeyedRequest;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The tickets that conversations are about. The feature above that keeps tickets implements it. */
public interface ConversationTickets {

    /**
     * The ticket that a conversation is about now.
     *
     * @param agentId the agent who holds it, or held it last
     * @param holderId the agent who holds it
     */
    @RegisterForReflection
    record About(
            long customerId,
            long groupId,
            @Nullable Long agentId,
            @Nullable Long holderId) {

        public boolean isSeenWith(Visibility visibility) {
            return visibility.includesTicket(customerId, groupId, agentId);
        }

        /** Of staff, the holder and supervisors may; other systems, too. */
        public boolean mayAnswer(Actor staff) {
            return holderId != null && holderId == staff.accountId()
                    || staff.is(Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATION);
        }
    }

    /**
     * The last of a conversation's tickets that the current user sees.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} where they see none
     */
    About about(long conversation);

    /** Whether somebody of staff may say something about the last of a conversation's tickets. */
    boolean maySay(Actor staff, long conversation, Audience audience);

    /** Those of a conversation's tickets that the current user sees. */
    List<Long> seenOf(long conversation);

    /** Those of these conversations of which the current user sees a ticket. */
    Set<Long> seenAmong(Collection<Long> conversations);

    /**
     * Locks the last ticket of a conversation that the current user sees, in the transaction under way.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} where they see none
     */
    long lock(long conversation);

    /**
     * Says something about a ticket, which the caller has locked. A customer who writes resumes or reopens it.
     *
     * @return nothing where the ticket is over for good, and a new one is needed, or that with which it became one
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code forbidden}; {@code conflict} where its texts are
     *     erased, or staff writes about a ticket that was merged into another
     */
    Optional<Message> say(Actor actor, long ticket, Audience audience, Message.Words words);

    /**
     * The conversation in which this one goes on: that of the ticket with which its last one became one, where the
     * current user sees both. That never changes.
     */
    Optional<Long> goesOnIn(long conversation);

    /**
     * Locks a ticket, in the transaction under way.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} where the current user does not see it
     */
    void lockSeen(long ticket);

    /** Tells in the history of a ticket, which the caller has locked, what is gone, and has nobody find it by that. */
    void removed(Actor actor, Removal removal);

    /**
     * Says in the transaction under way whatever can be said without waiting for a lock and without a step of a ticket,
     * as far as its authors may.
     */
    void sayTogether(Collection<Saying> sayings);

    /**
     * Opens a ticket of the channel CHAT for a customer, with what they say first. It begins a conversation.
     *
     * @param keyed by which it is opened once; null where the request has no key
     * @return the ticket
     * @throws io.quarkiverse.resteasy.problem.HttpProblem where the queue is closed or full and refuses; {@code
     *     validation-failed} where the answers are not those that are asked for
     */
    long begin(Actor customer, Message.Words words, FormAnswers answers, @Nullable KeyedRequest keyed);

    /**
     * As {@link #begin}, of another system, which says something to a customer first.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} where it sees no such customer
     */
    long beginWith(long customer, Actor program, Message.Words words, @Nullable KeyedRequest keyed);

    /**
     * Opens another ticket in a conversation whose last one is over for good.
     *
     * @param keyed by which it is opened once; null where the request has no key
     * @throws io.quarkiverse.resteasy.problem.HttpProblem where the queue is closed or full and refuses
     */
    void goOn(Actor customer, Message.Words words, long conversation, @Nullable KeyedRequest keyed);
}
