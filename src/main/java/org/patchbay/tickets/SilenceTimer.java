package org.patchbay.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.conversations.Conversations;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Queues;
import org.patchbay.queues.Silence;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerKind;
import org.patchbay.timers.Timers;

/** Sets the timer by which a chat warns its customer, whose turn it is. */
@ApplicationScoped
class SilenceTimer {

    /** The payload is the time of the message that the customer is to answer. */
    static final TimerKind<Instant> WARNING = TimerKind.ofTime("customer-silence");

    /** The payload is the time of the warning. */
    static final TimerKind<Instant> END = TimerKind.ofTime("silence-end");

    private final Queues queues;
    private final Timers timers;
    private final BotPatience botPatience;

    SilenceTimer(Queues queues, Timers timers, BotPatience botPatience) {
        this.queues = queues;
        this.timers = timers;
        this.botPatience = botPatience;
    }

    /** Expects an answer to what was said just now. */
    void expectAnswer(Ticket ticket, Instant since) {
        limits(ticket).ifPresent(silence -> timers.set(WARNING, ticket.id, since, warningAt(silence, since)));
    }

    /** Empty where nobody minds. */
    Optional<Silence> limits(Ticket ticket) {
        return ticket.channel == Channel.CHAT
                ? queues.find(ticket.queueId).flatMap(queue -> Optional.ofNullable(queue.silence()))
                : Optional.empty();
    }

    /** Whether the customer has said nothing since the timer was set, and nobody else did. */
    boolean holds(DueTimer<Instant> timer, Ticket ticket) {
        return (ticket.status == TicketStatus.IN_PROGRESS
                        || ticket.status == TicketStatus.PENDING
                        || botPatience.botOf(ticket).isPresent())
                && !ticket.isSnoozed()
                && Conversations.turnOfCustomer(ticket.conversationId())
                        .filter(timer.payload()::equals)
                        .isPresent();
    }

    static Instant warningAt(Silence silence, Instant since) {
        return since.plus(Duration.ofSeconds(silence.warnAfterSeconds()));
    }
}
