package org.patchbay.routing.waits;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.hours.OpenTime;
import org.patchbay.queues.QueueView;
import org.patchbay.queues.Queues;
import org.patchbay.routing.pools.RequirementOverTime;
import org.patchbay.routing.pools.RequirementPools;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.BotPatience;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketStatus;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerKind;
import org.patchbay.timers.Timers;

import static java.util.Objects.requireNonNull;

/**
 * Sets the timers of tickets that come to wait. Each wait in a queue has its own whole limit: timers of an earlier
 * wait, or of another queue, are stale.
 */
@ApplicationScoped
public class TicketTimers {

    /** The payload is the time that was promised. */
    static final TimerKind<Instant> RESOLUTION = TimerKind.ofTime("resolution");

    /** The payload is the ticket's age. */
    static final TimerKind<Duration> RELAXATION = TimerKind.ofDuration("relaxation");

    /** The payload is the beginning of the wait. */
    static final TimerKind<Instant> SERVICE_LEVEL = TimerKind.ofTime("service-level");

    /** The payload is the beginning of the wait. */
    public static final TimerKind<Instant> MAX_WAIT = TimerKind.ofTime("max-wait");

    /** Of the time that a queue promises. */
    private static final double AT_RISK = 0.8;

    private final Queues queues;
    private final RequirementPools pools;
    private final Timers timers;
    private final BotPatience botPatience;

    TicketTimers(Queues queues, RequirementPools pools, Timers timers, BotPatience botPatience) {
        this.queues = queues;
        this.pools = pools;
        this.timers = timers;
        this.botPatience = botPatience;
    }

    /**
     * Begins a wait. A ticket whose offer came to nothing goes on waiting.
     *
     * @param from null for a new one
     */
    public void begin(Ticket ticket, @Nullable TicketStatus from) {
        var requirement = new RequirementOverTime(ticket.queueId(), ticket);
        if (from == null) {
            relax(ticket);
        } else if (!requirement.changesAt().isEmpty()) {
            // The ticket grew older meanwhile. Its pool was made when it came to its queue.
            ticket.waitsIn(ticket.queueId(), pools.of(requirement.now()));
        }
        var promises = ticket.promises();
        var pausedSince = promises.pausedSince();
        if (pausedSince != null) {
            promises.goOn(queues.find(ticket.queueId())
                    .map(queue -> queues.openTime(queue).between(pausedSince, Times.now()))
                    .orElse(Duration.ZERO));
        }
        if (from != TicketStatus.OFFERED) {
            enter(ticket);
        }
    }

    /** Sets a timer for each future change of a ticket's requirement. */
    public void relax(Ticket ticket) {
        var requirement = new RequirementOverTime(ticket.queueId(), ticket);
        requirement.changesAt().stream()
                .filter(age -> age > requirement.age())
                .map(Duration::ofSeconds)
                .forEach(age -> timers.set(
                        RELAXATION, ticket::id, age, ticket.openedAt().plus(age)));
    }

    /** Begins the queue's promises and limits for a ticket. It waits in the queue unless an agent has it. */
    public void enter(Ticket ticket) {
        queues.find(ticket.queueId()).ifPresent(queue -> {
            var open = queues.openTime(queue);
            if (botPatience.botOf(ticket).isPresent()) {
                ticket.promises().toAnswerBy(null);
                botPatience.expectAnswer(ticket);
            } else if (ticket.waitingSince() != null) {
                limitWait(ticket, queue, open);
                promiseAnswer(ticket, queue, open);
            }
            if (ticket.promises().pausedSince() == null) {
                promiseResolution(ticket, queue, open);
            }
        });
    }

    /** Whether a timer was set for the present wait of its ticket. */
    public static boolean isOf(Ticket ticket, DueTimer<Instant> timer) {
        return timer.payload().equals(ticket.inQueueSince());
    }

    private void limitWait(Ticket ticket, QueueView queue, OpenTime open) {
        if (queue.maxWait() != null) {
            open.after(Times.now(), Duration.ofSeconds(queue.maxWait().seconds()))
                    .ifPresent(due -> timers.set(MAX_WAIT, ticket::id, requireNonNull(ticket.inQueueSince()), due));
        }
    }

    /** Counted since it first waited for people, whatever queue it came to. */
    private void promiseAnswer(Ticket ticket, QueueView queue, OpenTime open) {
        if (ticket.awaitsFirstAgent()) {
            var within = Optional.ofNullable(queue.serviceLevel()).map(level -> Duration.ofSeconds(level.seconds()));
            var since = requireNonNull(ticket.waitingSince());
            var due = within.flatMap(time -> open.after(since, time));
            ticket.promises().toAnswerBy(due.orElse(null));
            due.ifPresent(time -> {
                var atRisk = open.after(since, nearly(within.get()));
                remind(SERVICE_LEVEL, ticket, requireNonNull(ticket.inQueueSince()), time, atRisk);
            });
        }
    }

    /**
     * As {@link #promiseAnswer}; the time stands still while the customer must answer, or the ticket is resolved. Noted
     * once.
     */
    private void promiseResolution(Ticket ticket, QueueView queue, OpenTime open) {
        var promises = ticket.promises();
        var within = Optional.ofNullable(queue.resolutionSeconds()).map(Duration::ofSeconds);
        var due = within.flatMap(time -> open.after(ticket.openedAt(), time.plus(promises.paused())));
        var before = Optional.ofNullable(promises.resolutionDueAt());
        promises.toResolveBy(due.orElse(null));
        due.filter(time -> !before.equals(due) && !(isOver(before) && isOver(due)))
                .ifPresent(time -> {
                    var atRisk =
                            open.after(ticket.openedAt(), nearly(within.get()).plus(promises.paused()));
                    remind(RESOLUTION, ticket, time, time, atRisk);
                });
    }

    /** A promise that was at risk, or missed, before the ticket came to the queue is noted at once, but not both. */
    private void remind(
            TimerKind<Instant> kind, Ticket ticket, Instant payload, Instant due, Optional<Instant> atRisk) {
        atRisk.filter(Times.now()::isBefore).ifPresent(time -> timers.set(kind, ticket::id, payload, time));
        timers.set(kind, ticket::id, payload, due);
    }

    private static boolean isOver(Optional<Instant> due) {
        return due.filter(Times.now()::isAfter).isPresent();
    }

    private static Duration nearly(Duration whole) {
        return Duration.ofMillis(Math.round(whole.toMillis() * AT_RISK));
    }
}
