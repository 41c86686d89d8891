package org.patchbay.routing.transfers;

import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.ConversationTickets;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Actor;
import org.patchbay.queues.QueueBot;
import org.patchbay.queues.QueueView;
import org.patchbay.queues.QueueWords;
import org.patchbay.queues.Queues;
import org.patchbay.routing.Router;
import org.patchbay.routing.waits.TicketTimers;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.BotPatience;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEvent;
import org.patchbay.tickets.TicketEventType;
import org.patchbay.tickets.TicketView;
import org.patchbay.tickets.TicketWords;
import org.patchbay.tickets.Tickets;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;
import org.patchbay.timers.Timers;

/**
 * Gives chats that bots answer to people: at the will of the bot or of the customer, and by itself where the bot says
 * nothing or is gone.
 */
@ApplicationScoped
class HandOvers implements TimerHandler<Void> {

    private final ConversationTickets conversations;
    private final Tickets tickets;
    private final Queues queues;
    private final Router router;
    private final TicketTimers ticketTimers;
    private final QueueTransfer queueTransfer;
    private final BotPatience botPatience;
    private final Timers timers;

    HandOvers(
            ConversationTickets conversations,
            Tickets tickets,
            Queues queues,
            Router router,
            TicketTimers ticketTimers,
            QueueTransfer queueTransfer,
            BotPatience botPatience,
            Timers timers) {
        this.conversations = conversations;
        this.tickets = tickets;
        this.queues = queues;
        this.router = router;
        this.ticketTimers = ticketTimers;
        this.queueTransfer = queueTransfer;
        this.botPatience = botPatience;
        this.timers = timers;
    }

    /**
     * Gives the ticket of a conversation to people, as its bot wishes.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found}; {@code conflict} where no bot answers it
     *     any more, or there is no such queue or skill; {@code forbidden} where another bot does
     */
    @Transactional
    TicketView handOver(Actor program, long conversation, HandOver wish) {
        var ticket = Ticket.<Ticket>findById(conversations.lock(conversation));
        var bot = botPatience
                .botOf(ticket)
                .orElseThrow(() -> ProblemType.CONFLICT.because(TicketWords.NO_BOT, ticket.id()));
        if (!Objects.equals(bot.apiClientId(), program.accountId())) {
            throw ProblemType.FORBIDDEN.because(TicketWords.ONLY_ITS_BOT);
        }
        var queue = queueFor(wish, bot, ticket);
        CurrentVisibility.ofEverything(() -> {
            if (wish.skills() != null) {
                router.requires(ticket, wish.skills());
            }
            if (wish.priority() != null && wish.priority() != ticket.priority()) {
                ticket.prioritise(wish.priority(), program);
            }
            handOver(ticket, queue, program, TicketEvent.Content.of(queue.name(), wish.note()));
            if (wish.skills() != null) {
                ticketTimers.relax(ticket);
            }
        });
        return CurrentVisibility.ofEverything(() -> tickets.read(program, ticket.id()));
    }

    private QueueView queueFor(HandOver wish, QueueBot bot, Ticket ticket) {
        long wanted = wish.queueId() == null ? bot.handOverToQueueId() : wish.queueId();
        return queues.find(wanted)
                .filter(queue -> queue.id() != ticket.queueId())
                .orElseThrow(() -> ProblemType.CONFLICT.because(QueueWords.NO_QUEUE, wanted));
    }

    /**
     * Gives the ticket of a conversation to people because its customer asks for them; does nothing where no bot
     * answers it any more.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found}
     */
    @Transactional
    void askForPerson(Actor customer, long conversation) {
        var ticket = Ticket.<Ticket>findById(conversations.lock(conversation));
        botPatience.botOf(ticket).ifPresent(bot -> byItself(ticket, bot, customer, "The customer asks for a person"));
    }

    @Override
    public TimerKind<Void> kind() {
        return BotPatience.KIND;
    }

    /** It comes too early where the bot answered, or has more time by now. */
    @Override
    public void fire(DueTimer<Void> timer) {
        Ticket.lock(timer.subjectId())
                .ifPresent(ticket -> botPatience.botOf(ticket).ifPresent(bot -> lookAt(ticket, bot)));
    }

    private void lookAt(Ticket ticket, QueueBot bot) {
        if (bot.apiClientId() == null) {
            byItself(ticket, bot, null, "Its bot is gone");
            return;
        }
        botPatience.dueAt(ticket, bot).ifPresent(due -> {
            if (Times.now().isBefore(due)) {
                timers.set(BotPatience.KIND, ticket.id(), due);
            } else {
                byItself(ticket, bot, null, "Its bot does not answer");
            }
        });
    }

    private void byItself(Ticket ticket, QueueBot bot, @Nullable Actor actor, String why) {
        CurrentVisibility.ofEverything(() -> queues.find(bot.handOverToQueueId())
                .ifPresent(queue -> handOver(
                        ticket, queue, actor, TicketEvent.Content.of(why + ": to " + queue.name(), (String) null))));
    }

    private void handOver(Ticket ticket, QueueView queue, @Nullable Actor actor, TicketEvent.Content content) {
        ticket.record(TicketEventType.HANDED_OVER, actor, null);
        ticket.waitsAnew();
        queueTransfer.move(ticket, queue, actor, content);
    }
}
