package org.patchbay.tickets;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.time.Times;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;
import org.patchbay.timers.Timers;

import static java.util.Objects.requireNonNull;

/** Moves messages out of histories that are older than they. */
@ApplicationScoped
class MessageMigration implements TimerHandler<Void> {

    private static final TimerKind<Void> KIND = TimerKind.plain("move-messages");

    /** Each is locked until all are done. */
    private static final int BATCH = 50;

    private final Timers timers;

    MessageMigration(Timers timers) {
        this.timers = timers;
    }

    @Override
    public TimerKind<Void> kind() {
        return KIND;
    }

    /** Its subject is the last ticket that was done. */
    @Override
    public void fire(DueTimer<Void> timer) {
        var tickets = TicketQueries.after(timer.subjectId(), BATCH);
        tickets.forEach(MessageMigration::move);
        if (tickets.size() == BATCH) {
            timers.set(KIND, tickets.getLast(), Times.now());
        }
    }

    /** Under its lock, so that nothing is moved that is erased meanwhile. */
    private static void move(long id) {
        Ticket.lock(id).ifPresent(ticket -> {
            var events = TicketEvent.ofTicket(id);
            if (ticket.erasedAt == null) {
                var done = Message.eventsOf(id);
                events.stream()
                        .filter(event -> event.remark != null && event.actorId != null && !done.contains(event.id))
                        .forEach(MessageMigration::separate);
            } else {
                // By a replica of the release before, perhaps, which knew of no messages.
                Message.erase(List.of(id), erasedActors(events));
            }
        });
    }

    private static Set<Long> erasedActors(List<TicketEvent> events) {
        return events.stream()
                .filter(event -> event.actorId != null && event.actorName == null)
                .map(event -> event.actorId)
                .collect(Collectors.toSet());
    }

    private static void separate(TicketEvent event) {
        var written = requireNonNull(event.remark);
        switch (event.type) {
            case PRIORITISED, TAGGED, FIELDS_SET -> {
                // Nothing but the priority, or names of tags and fields, was ever written.
            }
            case REQUEUED -> {
                int end = written.lastIndexOf(TicketEvent.TO);
                if (end >= 0) {
                    event.remark = written.substring(end + TicketEvent.TO.length());
                    event.say(written.substring(0, end));
                }
            }
            case RATED -> {
                int end = written.indexOf(TicketEvent.BECAUSE);
                if (end >= 0) {
                    event.remark = written.substring(0, end);
                    event.say(written.substring(end + TicketEvent.BECAUSE.length()));
                }
            }
            default -> {
                event.remark = null;
                event.say(written);
            }
        }
    }
}
