package org.patchbay.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.conversations.Conversations;
import org.patchbay.queues.QueueBot;
import org.patchbay.queues.Queues;
import org.patchbay.shared.time.Times;
import org.patchbay.timers.TimerKind;
import org.patchbay.timers.Timers;

import static java.util.Objects.requireNonNull;

/** The chats that bots answer, and how long these may take. */
@ApplicationScoped
public class BotPatience {

    /** It remembers nothing: how things stand is looked up when it fires. */
    public static final TimerKind<Void> KIND = TimerKind.plain("bot-patience");

    private final Queues queues;
    private final Timers timers;

    BotPatience(Queues queues, Timers timers) {
        this.queues = queues;
        this.timers = timers;
    }

    /** The bot that answers a ticket now, there or gone; empty where people do. */
    public Optional<QueueBot> botOf(Ticket ticket) {
        return ticket.status == TicketStatus.OPEN
                ? queues.find(ticket.queueId).flatMap(queue -> Optional.ofNullable(queue.botFor(ticket.channel)))
                : Optional.empty();
    }

    /** Expects that the bot answers what comes to it just now; does nothing where there is none. */
    public void expectAnswer(Ticket ticket) {
        botOf(ticket).ifPresent(bot -> timers.set(KIND, ticket::id, Times.now().plus(patience(bot))));
    }

    /** Has somebody look at once how a ticket and its bot stand. */
    public void review(long ticket) {
        timers.set(KIND, ticket, Times.now());
    }

    /** By when a bot is to answer a ticket; empty where the customer is to say something. */
    public Optional<Instant> dueAt(Ticket ticket, QueueBot bot) {
        var here = requireNonNull(ticket.inQueueSince());
        long conversation = ticket.conversationId();
        var unanswered = Conversations.unansweredSince(conversation);
        if (unanswered.isPresent()) {
            var since = unanswered.get();
            return Optional.of((since.isBefore(here) ? here : since).plus(patience(bot)));
        }
        boolean spoke = Conversations.turnOfCustomer(conversation)
                .filter(at -> !at.isBefore(here))
                .isPresent();
        return spoke ? Optional.empty() : Optional.of(here.plus(patience(bot)));
    }

    private static Duration patience(QueueBot bot) {
        return Duration.ofSeconds(bot.patienceSeconds());
    }
}
