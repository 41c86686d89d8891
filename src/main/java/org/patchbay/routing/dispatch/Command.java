package org.patchbay.routing.dispatch;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.patchbay.customers.OrderView;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.groups.Visibility;
import org.patchbay.identity.Actor;
import org.patchbay.shared.idempotency.KeyedRequest;
import org.patchbay.shared.persistence.CommitInDoubt;
import org.patchbay.tickets.NewTicket;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketDispatch.TicketStep;
import org.patchbay.tickets.TicketOpening;
import org.patchbay.tickets.TicketView;

import static java.util.Objects.requireNonNull;

/** Something that is asked of a ticket, and its outcome. */
abstract sealed class Command {

    /** The sight of whoever asks, which other threads do not have. */
    private final Supplier<Visibility> visibility = CurrentVisibility.ofThisWork();

    private @Nullable Ticket ticket;
    private @Nullable TicketView answer;
    private @Nullable CommitInDoubt doubt;

    /** A ticket to be stored. */
    static final class Opening extends Command {

        private final TicketOpening opening;
        private @Nullable NewTicket made;

        /** @param made null where it is to be made together with others */
        Opening(TicketOpening opening, @Nullable NewTicket made) {
            this.opening = opening;
            this.made = made;
        }

        /** The number of the order, where its ticket is to be made together with others; else null. */
        @Nullable
        String reportedOrder() {
            return made == null ? opening.reportedOrder() : null;
        }

        boolean sees(OrderView order) {
            return visibility().includesOrder(order.customerId(), order.groupId());
        }

        /** Makes the ticket, as the one who opens it sees its order. */
        void make(OrderView order) {
            made = CurrentVisibility.of(visibility(), () -> opening.about(order));
        }

        boolean isMade() {
            return made != null;
        }

        NewTicket made() {
            return requireNonNull(made);
        }

        @Override
        Actor actor() {
            return opening.actor();
        }

        @Override
        @Nullable
        KeyedRequest keyed() {
            return opening.keyed();
        }
    }

    /** A step to be taken. */
    static final class Stepping extends Command {

        private final TicketStep step;

        Stepping(TicketStep step) {
            this.step = step;
        }

        TicketStep step() {
            return step;
        }

        @Override
        Actor actor() {
            return step.actor();
        }

        @Override
        @Nullable
        KeyedRequest keyed() {
            return step.request();
        }
    }

    abstract Actor actor();

    /** By which it is carried out once; null where it has no key. */
    abstract @Nullable KeyedRequest keyed();

    boolean sees(Ticket other) {
        return visibility().includesTicket(other.customerId(), other.groupId(), other.agentId());
    }

    Visibility visibility() {
        return visibility.get();
    }

    /** Notes that it was done with a ticket. */
    void doneWith(Ticket done) {
        ticket = done;
    }

    boolean isDone() {
        return ticket != null;
    }

    Ticket ticket() {
        return requireNonNull(ticket);
    }

    /** Tells the answer, after the commit. */
    void answer(TicketView view) {
        answer = view;
    }

    /** Tells that nobody knows whether it was committed. */
    void doubt(CommitInDoubt reason) {
        doubt = reason;
    }

    /**
     * Null where it was not done.
     *
     * @throws CommitInDoubt where nobody knows
     */
    @Nullable
    TicketView answer() {
        if (doubt != null) {
            throw doubt;
        }
        return answer;
    }
}
