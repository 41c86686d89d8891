package org.patchbay.supervision;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.agents.Agent;
import org.patchbay.agents.Agent.OnDuty;
import org.patchbay.agents.Presence;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.groups.Visibility;
import org.patchbay.hours.Hours;
import org.patchbay.hours.OpenTime;
import org.patchbay.identity.Organisations;
import org.patchbay.queues.QueueStaffing;
import org.patchbay.queues.QueueStaffing.Crew;
import org.patchbay.queues.QueueView;
import org.patchbay.queues.Queues;
import org.patchbay.shared.time.Times;
import org.patchbay.supervision.FloorView.Level;
import org.patchbay.supervision.FloorView.QueueState;
import org.patchbay.supervision.FloorView.Totals;
import org.patchbay.tickets.TicketFigures;
import org.patchbay.tickets.TicketFigures.Left;
import org.patchbay.tickets.TicketFigures.Live;
import org.patchbay.tickets.TicketStatus;

import io.quarkus.cache.CacheResult;

/** The state of the floor. Its cost grows with live tickets, today's tickets, and agents, not with resolved tickets. */
@ApplicationScoped
class Floor {

    private final Queues queues;
    private final QueueStaffing queueStaffing;
    private final Hours hours;
    private final Organisations organisations;

    Floor(Queues queues, QueueStaffing queueStaffing, Hours hours, Organisations organisations) {
        this.hours = hours;
        this.queues = queues;
        this.queueStaffing = queueStaffing;
        this.organisations = organisations;
    }

    /**
     * The floor in this visibility, as it was up to a second ago: many screens ask for the same at once.
     *
     * @param organisation the current one
     */
    @CacheResult(cacheName = "floor")
    @Transactional
    FloorView of(long organisation, Visibility visibility) {
        return CurrentVisibility.of(visibility, () -> look(visibility));
    }

    private FloorView look(Visibility visibility) {
        var now = Times.now();
        var zone = organisations.timeZone();
        var midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var live = TicketFigures.live().stream().collect(Collectors.groupingBy(Live::queueId));
        var left = TicketFigures.leftSince(midnight).stream().collect(Collectors.groupingBy(Left::queueId));
        var agents = Agent.onDuty();
        var crewOf = queueStaffing.all();
        var limits = QueueAlarm.all();
        var openingHours = hours.all();
        var states = queues.all().stream()
                .map(queue -> state(
                        queue,
                        live.getOrDefault(queue.id(), List.of()),
                        left.getOrDefault(queue.id(), List.of()),
                        among(agents, crewOf.getOrDefault(queue.id(), Crew.NOBODY)),
                        limits.getOrDefault(queue.id(), AlarmLimits.NONE),
                        new OpenTime(openingHours.get(queue.businessHoursId())),
                        now))
                .filter(queue -> visibility.allGroups() || isInSight(queue))
                .toList();
        return new FloorView(now, states, totals(states, agents));
    }

    /** A user who sees a part of the organisation is spared queues without visible tickets or agents. */
    private static boolean isInSight(QueueState queue) {
        return queue.waiting() + queue.offered() + queue.inProgress() + queue.pending() > 0
                || queue.serviceLevel().answered() + queue.serviceLevel().abandoned() > 0
                || queue.agents().values().stream().anyMatch(agents -> agents > 0);
    }

    private static QueueState state(
            QueueView queue,
            List<Live> live,
            List<Left> left,
            List<OnDuty> crew,
            AlarmLimits limits,
            OpenTime openTime,
            Instant now) {
        var oldest = live.stream()
                .filter(some -> some.status() == TicketStatus.OPEN)
                .map(Live::waitingSince)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        long waiting = count(live, TicketStatus.OPEN);
        long longest = oldest == null ? 0 : openSeconds(openTime, oldest, now);
        var level = level(queue, left);
        long free = free(crew);
        return new QueueState(
                queue.id(),
                queue.name(),
                openTime.includes(now),
                waiting,
                oldest,
                longest,
                count(live, TicketStatus.OFFERED),
                count(live, TicketStatus.IN_PROGRESS),
                count(live, TicketStatus.PENDING),
                level,
                byPresence(crew),
                free,
                limits.raisedBy(waiting, longest, level.percent(), free));
    }

    /**
     * The share of the answered tickets whose wait, from their coming to their first agent, was no longer than the time
     * that the queue promised; time in which it is closed does not count. This is what Erlang C foretells, P(W &lt;= T)
     * = 1 - C(s, a) exp(-(s mu - lambda) T), and what centres call the service level or telephone service factor (Gans,
     * Koole and Mandelbaum, Telephone Call Centers: Tutorial, Review, and Research Prospects, Manufacturing &amp;
     * Service Operations Management 5(2), 2003). Erlang C has no callers who give up: abandoned tickets are counted
     * beside it.
     */
    private static Level level(QueueView queue, List<Left> left) {
        var promise = queue.serviceLevel();
        long answered = sum(left, some -> some.abandoned() ? 0 : some.tickets());
        long promised = sum(left, some -> some.abandoned() ? 0 : some.promised());
        long within = sum(left, some -> some.abandoned() ? 0 : some.inTime());
        return new Level(
                promise == null ? null : promise.percent(),
                promise == null ? null : promise.seconds(),
                answered,
                promise == null ? null : within,
                promise == null || promised == 0 ? null : percent(within, promised),
                sum(left, some -> some.abandoned() ? some.tickets() : 0));
    }

    /** Rounded down to one digit: a limit missed by little is missed. */
    private static double percent(long part, long whole) {
        return part * 1000 / whole / 10.0;
    }

    private static Totals totals(List<QueueState> queues, List<OnDuty> agents) {
        var oldest = queues.stream()
                .map(QueueState::oldestWaitingSince)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Totals(
                sum(queues, QueueState::waiting),
                oldest,
                queues.stream().mapToLong(QueueState::longestWaitSeconds).max().orElse(0),
                sum(queues, QueueState::offered),
                sum(queues, QueueState::inProgress),
                sum(queues, QueueState::pending),
                sum(queues, queue -> queue.serviceLevel().answered()),
                sum(queues, queue -> queue.serviceLevel().abandoned()),
                byPresence(agents),
                free(agents),
                sum(queues, queue -> queue.alarms().size()));
    }

    private static List<OnDuty> among(List<OnDuty> agents, Crew crew) {
        return crew.everybody()
                ? agents
                : agents.stream().filter(agent -> crew.has(agent.id())).toList();
    }

    private static SortedMap<Presence, Long> byPresence(List<OnDuty> agents) {
        var counts = new TreeMap<Presence, Long>();
        for (var presence : Presence.values()) {
            counts.put(presence, 0L);
        }
        agents.forEach(agent -> counts.merge(agent.presence(), 1L, Long::sum));
        return counts;
    }

    private static long free(List<OnDuty> agents) {
        return agents.stream().filter(OnDuty::isFree).count();
    }

    private static long count(List<Live> live, TicketStatus status) {
        return sum(live, some -> some.status() == status ? some.tickets() : 0);
    }

    /** Clocks of replicas differ a little. */
    private static long openSeconds(OpenTime openTime, Instant since, Instant now) {
        return Math.max(0, openTime.between(since, now).toSeconds());
    }

    private static <T> long sum(Collection<T> some, ToLongFunction<T> number) {
        return some.stream().mapToLong(number).sum();
    }
}
