package org.patchbay.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When it is open: every week alike, except on holidays. Open at the first moment of an interval, closed at its end. An
 * interval belongs to the date on which it begins, though it may pass midnight: a holiday replaces what begins on it.
 *
 * <p>Hours are meant by the clock on the wall. When that is put back, a time which comes twice means the first; when it
 * is put forward, a time which is left out is as much later as the clock was moved: of 01:00 to 02:30, in a night
 * without 02:00 to 03:00, an hour and a half remain, to 03:30. Where an interval would so begin after its end, it is
 * left out.
 */
public final class OpeningHours {

    private static final int DAYS_AHEAD = 366;

    /**
     * As many dates before one can begin what is open on it: its eve, and where the clock left that out, the one
     * before.
     */
    private static final int DAYS_BACK = 2;

    private final ZoneId zone;
    private final List<Opening> weekly;
    private final Map<LocalDate, Holiday> holidays;

    /** Uninterrupted, from one moment to just before another. */
    private record Run(Instant from, Instant to) {

        boolean contains(Instant time) {
            return !time.isBefore(from) && time.isBefore(to);
        }

        boolean reaches(Run later) {
            return !later.from.isAfter(to);
        }

        /** How much of it is left at a time; negative after its end. */
        Duration since(Instant time) {
            return Duration.between(time.isAfter(from) ? time : from, to);
        }

        Run until(Instant time) {
            return time.isBefore(to) ? new Run(from, time) : this;
        }

        Run with(Run later) {
            return later.to.isAfter(to) ? new Run(from, later.to) : this;
        }
    }

    OpeningHours(ZoneId zone, List<Opening> weekly, List<Holiday> holidays) {
        this.zone = zone;
        this.weekly = weekly;
        this.holidays = holidays.stream().collect(Collectors.toMap(Holiday::date, Function.identity()));
    }

    public boolean isOpen(Instant at) {
        var date = date(at);
        return date.minusDays(DAYS_BACK)
                .datesUntil(date.plusDays(1))
                .flatMap(this::runs)
                .anyMatch(run -> run.contains(at));
    }

    /** When, after this moment, it opens the next time; empty where it does not within a year. */
    public Optional<Instant> nextOpening(Instant at) {
        return first(at, Run::from);
    }

    /** When, after this moment, it closes the next time; empty where it does not within a year. */
    public Optional<Instant> nextClosing(Instant at) {
        return first(at, Run::to);
    }

    /** When, after this moment, it has been open for so long; empty where that is not within a year. */
    public Optional<Instant> after(Instant from, Duration open) {
        var left = open;
        var counted = from;
        var first = date(from).minusDays(DAYS_BACK);
        for (var date = first; date.isBefore(first.plusDays(DAYS_AHEAD)); date = date.plusDays(1)) {
            for (var run : runsInOrder(date)) {
                var rest = run.since(counted);
                if (rest.compareTo(left) >= 0) {
                    return Optional.of(run.to.minus(rest.minus(left)));
                }
                if (rest.isPositive()) {
                    left = left.minus(rest);
                    counted = run.to;
                }
            }
        }
        return Optional.empty();
    }

    /** For how long of the time between two moments it is open. */
    public Duration openBetween(Instant from, Instant to) {
        var open = Duration.ZERO;
        var counted = from;
        for (var date = date(from).minusDays(DAYS_BACK); !date.isAfter(date(to)); date = date.plusDays(1)) {
            for (var run : runsInOrder(date)) {
                var counting = run.until(to);
                var rest = counting.since(counted);
                if (rest.isPositive()) {
                    open = open.plus(rest);
                    counted = counting.to;
                }
            }
        }
        return open;
    }

    private Optional<Instant> first(Instant after, Function<Run, Instant> end) {
        var horizon = after.plus(Duration.ofDays(DAYS_AHEAD));
        return runsFrom(date(after).minusDays(DAYS_BACK)).stream()
                .map(end)
                .filter(time -> time.isAfter(after) && time.isBefore(horizon))
                .findFirst();
    }

    /** Of the year to come, and a little more; what touches is one. */
    private List<Run> runsFrom(LocalDate date) {
        var merged = new ArrayList<Run>();
        date.datesUntil(date.plusDays(DAYS_AHEAD + DAYS_BACK + 3))
                .flatMap(this::runs)
                .sorted(Comparator.comparing(Run::from))
                .forEach(run -> {
                    if (!merged.isEmpty() && merged.getLast().reaches(run)) {
                        merged.add(merged.removeLast().with(run));
                    } else {
                        merged.add(run);
                    }
                });
        return merged;
    }

    private List<Run> runsInOrder(LocalDate date) {
        return runs(date).sorted(Comparator.comparing(Run::from)).toList();
    }

    private Stream<Run> runs(LocalDate date) {
        return spans(date)
                .map(span -> new Run(instant(date, span.begin()), instant(date, span.end())))
                .filter(run -> run.from.isBefore(run.to));
    }

    private Stream<? extends TimeRange> spans(LocalDate date) {
        var holiday = holidays.get(date);
        return holiday == null
                ? weekly.stream().filter(opening -> opening.day() == date.getDayOfWeek())
                : holiday.open().stream();
    }

    private Instant instant(LocalDate date, int minute) {
        return date.atStartOfDay().plusMinutes(minute).atZone(zone).toInstant();
    }

    private LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
