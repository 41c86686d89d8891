package org.patchbay.tickets;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.conversations.Message;
import org.patchbay.conversations.MessageKind;
import org.patchbay.customers.Customers;
import org.patchbay.queues.Silence;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.time.Times;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;
import org.patchbay.timers.Timers;

/** Warns customers of chats who say nothing though it is their turn. Words said meanwhile make a timer stale. */
@ApplicationScoped
class SilentCustomers implements TimerHandler<Instant> {

    private final SilenceTimer silenceTimer;
    private final Customers customers;
    private final Timers timers;

    SilentCustomers(SilenceTimer silenceTimer, Customers customers, Timers timers) {
        this.silenceTimer = silenceTimer;
        this.customers = customers;
        this.timers = timers;
    }

    @Override
    public TimerKind<Instant> kind() {
        return SilenceTimer.WARNING;
    }

    /** A timer comes too early where the time was prolonged after it was set. */
    @Override
    public void fire(DueTimer<Instant> timer) {
        Ticket.lock(timer.subjectId())
                .filter(ticket -> silenceTimer.holds(timer, ticket))
                .ifPresent(ticket -> silenceTimer.limits(ticket).ifPresent(silence -> {
                    if (Times.now().isBefore(SilenceTimer.warningAt(silence, timer.payload()))) {
                        silenceTimer.expectAnswer(ticket, timer.payload());
                    } else {
                        warn(ticket, silence);
                    }
                }));
    }

    private void warn(Ticket ticket, Silence silence) {
        var language = Language.of(customers.read(ticket.customerId).language());
        var seconds = silence.endAfterSeconds();
        var text = TicketWords.ARE_YOU_THERE.with(Math.ceilDiv(seconds, 60)).in(language);
        var warning =
                ticket.say(TicketEventType.CUSTOMER_SILENT, null, Message.Words.ofSystem(MessageKind.SILENCE, text));
        timers.set(SilenceTimer.END, ticket.id, warning.at(), warning.at().plus(Duration.ofSeconds(seconds)));
    }
}
