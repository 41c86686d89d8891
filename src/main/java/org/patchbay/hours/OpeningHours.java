package org.patchbay.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells when business hours are open: every week alike, except on holidays. They are open at the first moment of an
 * interval, and closed at its end. An interval belongs to the date on which it begins, though it may pass midnight: a
 * holiday replaces the intervals that begin on it.
 *
 * <p>Hours are meant by the clock on the wall. When that is put back, an ambiguous time means its first occurrence.
 * When it is put forward, a skipped time is as much later as the clock was moved: of 01:00 to 02:30, in a night without
 * 02:00 to 03:00, an hour and a half remain, to 03:30. An interval that would so begin after its end is left out.
 */
public final class OpeningHours {

    private static final Duration YEAR = Duration.ofDays(366);

    /**
     * An interval that is open on a date began so many dates before at most: on its eve, or, where the clock skipped
     * that, the date before.
     */
    private static final int DAYS_BACK = 2;

    private final ZoneId zone;
    private final List<Opening> weekly;
    private final Map<LocalDate, Holiday> holidays;

    /** An uninterrupted open time, from one moment to just before another. */
    private record Run(Instant from, Instant to) {

        Duration length() {
            return Duration.between(from, to);
        }

        /** The part of it between two moments, which may be none. */
        Run between(Instant first, Instant last) {
            return new Run(from.isAfter(first) ? from : first, to.isBefore(last) ? to : last);
        }

        boolean isSome() {
            return from.isBefore(to);
        }
    }

    OpeningHours(ZoneId zone, List<Opening> weekly, List<Holiday> holidays) {
        this.zone = zone;
        this.weekly = weekly;
        this.holidays = holidays.stream().collect(Collectors.toMap(Holiday::date, Function.identity()));
    }

    public boolean isOpen(Instant at) {
        return firstRun(at, at.plusNanos(1)).isPresent();
    }

    /** The next moment after this one at which the hours open; empty where there is none within a year. */
    public Optional<Instant> nextOpening(Instant at) {
        var closing = at;
        for (var run : inOrder(at)) {
            if (run.from.isAfter(closing)) {
                return Optional.of(run.from);
            }
            closing = run.to;
        }
        return Optional.empty();
    }

    /** The next moment after this one at which the hours close; empty where there is none within a year. */
    public Optional<Instant> nextClosing(Instant at) {
        Instant closing = null;
        for (var run : inOrder(at)) {
            if (closing != null && run.from.isAfter(closing)) {
                break;
            }
            closing = run.to;
        }
        return Optional.ofNullable(closing).filter(at.plus(YEAR)::isAfter);
    }

    /**
     * The moment at which the hours will have been open for so long after this one; empty where there is none within a
     * year.
     */
    public Optional<Instant> after(Instant from, Duration open) {
        var left = open;
        for (var run : inOrder(from)) {
            if (run.length().compareTo(left) >= 0) {
                return Optional.of(run.from.plus(left));
            }
            left = left.minus(run.length());
        }
        return Optional.empty();
    }

    /** The open time between two moments. */
    public Duration openBetween(Instant from, Instant to) {
        return runs(from, to).map(Run::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** Of the year to come. */
    private Iterable<Run> inOrder(Instant from) {
        return runs(from, from.plus(YEAR))::iterator;
    }

    /**
     * When it is open between two moments: one after the other, looked up as far as somebody reads; some of them touch.
     */
    private Stream<Run> runs(Instant from, Instant to) {
        return Stream.iterate(firstRun(from, to), Optional::isPresent, run -> firstRun(run.get().to, to))
                .map(Optional::get);
    }

    private Optional<Run> firstRun(Instant from, Instant to) {
        return date(from)
                .minusDays(DAYS_BACK)
                .datesUntil(date(to).plusDays(1))
                .filter(date -> runs(date, from, to).findAny().isPresent())
                .findFirst()
                // Where the clock leaves a date out, what begins on it is moved among what begins on the next.
                .flatMap(date -> date.datesUntil(date.plusDays(2))
                        .flatMap(near -> runs(near, from, to))
                        .min(Comparator.comparing(Run::from)));
    }

    private Stream<Run> runs(LocalDate date, Instant from, Instant to) {
        return spans(date)
                .map(span -> new Run(instant(date, span.begin()), instant(date, span.end())).between(from, to))
                .filter(Run::isSome);
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
