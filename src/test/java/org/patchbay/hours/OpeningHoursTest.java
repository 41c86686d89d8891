package org.patchbay.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Hours against the clock on the wall, with laws that hold for any, and against looking at every minute. */
class OpeningHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Hours that an admin could have set, and a moment. */
    record Case(ZoneId zone, List<Opening> weekly, List<Holiday> holidays, Instant at) {

        OpeningHours hours() {
            return new OpeningHours(zone, weekly, holidays);
        }

        Stream<? extends TimeRange> spans(LocalDate date) {
            return holidays.stream()
                    .filter(holiday -> holiday.date().equals(date))
                    .findFirst()
                    .<Stream<? extends TimeRange>>map(holiday -> holiday.open().stream())
                    .orElseGet(() -> weekly.stream().filter(opening -> opening.day() == date.getDayOfWeek()));
        }
    }

    @Test
    void anOfficeOpensAndClosesByItsOwnClock() {
        var office = office(List.of());
        assertFalse(office.isOpen(berlin("2026-11-02T08:59:59.999")));
        assertTrue(office.isOpen(berlin("2026-11-02T09:00")));
        assertFalse(office.isOpen(berlin("2026-11-02T12:00")), "closed at the end of an interval");
        assertTrue(office.isOpen(berlin("2026-11-02T16:59:59.999")));
        assertFalse(office.isOpen(berlin("2026-11-02T17:00")));
        assertEquals(at("2026-11-02T13:00"), office.nextOpening(berlin("2026-11-02T09:00")));
        assertEquals(at("2026-11-02T12:00"), office.nextClosing(berlin("2026-11-02T09:00")));
        assertEquals(at("2026-11-09T09:00"), office.nextOpening(berlin("2026-11-03T00:00")));
        assertEquals(at("2026-11-09T12:00"), office.nextClosing(berlin("2026-11-03T00:00")));
    }

    @Test
    void aHolidayHasItsOwnHoursOrNone() {
        var office = office(List.of(
                new Holiday(LocalDate.parse("2026-11-09"), "Closed", null),
                new Holiday(LocalDate.parse("2026-11-10"), "Open day", List.of(new Interval("10:00", "11:00")))));
        assertFalse(office.isOpen(berlin("2026-11-09T10:00")));
        assertTrue(office.isOpen(berlin("2026-11-10T10:00")));
        assertEquals(at("2026-11-10T10:00"), office.nextOpening(berlin("2026-11-03T00:00")));
        assertEquals(at("2026-11-16T09:00"), office.nextOpening(berlin("2026-11-10T10:30")));
    }

    @Test
    void whatRunsOverMidnightIsOneAndWhatNeverClosesHasNoEnd() {
        var night = hours(
                "Europe/Berlin",
                opening(DayOfWeek.FRIDAY, "22:00", "24:00"),
                opening(DayOfWeek.SATURDAY, "00:00", "06:00"));
        assertEquals(at("2026-11-07T06:00"), night.nextClosing(berlin("2026-11-06T23:00")));
        assertEquals(at("2026-11-13T22:00"), night.nextOpening(berlin("2026-11-06T23:00")));

        var always = hours(
                "America/Sao_Paulo",
                Stream.of(DayOfWeek.values())
                        .map(day -> opening(day, "00:00", "24:00"))
                        .toArray(Opening[]::new));
        assertEquals(Optional.empty(), always.nextClosing(Instant.parse("2017-01-01T00:00:00Z")));
        assertEquals(Optional.empty(), always.nextOpening(Instant.parse("2017-01-01T00:00:00Z")));
        assertEquals(Optional.empty(), hours("UTC").nextOpening(Instant.EPOCH));
        assertFalse(hours("UTC").isOpen(Instant.EPOCH));
    }

    @Test
    void anIntervalMayPassMidnightAndTheEndOfTheWeek() {
        var bar = hours("Europe/Berlin", opening(DayOfWeek.SUNDAY, "21:00", "02:00"));
        assertFalse(bar.isOpen(berlin("2026-11-08T20:59:59")));
        assertTrue(bar.isOpen(berlin("2026-11-08T21:00")));
        assertTrue(bar.isOpen(berlin("2026-11-09T01:59:59")));
        assertFalse(bar.isOpen(berlin("2026-11-09T02:00")));
        assertEquals(at("2026-11-09T02:00"), bar.nextClosing(berlin("2026-11-08T12:00")));
        assertEquals(at("2026-11-09T02:00"), bar.nextClosing(berlin("2026-11-09T00:30")));
        assertEquals(at("2026-11-15T21:00"), bar.nextOpening(berlin("2026-11-09T00:30")));
        var untilMidnight = hours("Europe/Berlin", opening(DayOfWeek.SUNDAY, "21:00", "00:00"));
        assertEquals(at("2026-11-09T00:00"), untilMidnight.nextClosing(berlin("2026-11-08T22:00")));
    }

    @Test
    void aNightIsShorterOrLongerWhereTheClockChanges() {
        var bar = hours("Europe/Berlin", opening(DayOfWeek.SATURDAY, "21:00", "02:30"));
        // Forward at 02:00: five and a half hours after 21:00 it is 03:30.
        assertEquals(at("2026-03-29T03:30"), bar.nextClosing(berlin("2026-03-28T22:00")));
        // Back at 03:00: the first 02:30.
        assertEquals(Optional.of(Instant.parse("2026-10-25T00:30:00Z")), bar.nextClosing(berlin("2026-10-24T22:00")));
        var morning = hours("Europe/Berlin", opening(DayOfWeek.SATURDAY, "21:00", "06:00"));
        assertEquals(at("2026-03-29T06:00"), morning.nextClosing(berlin("2026-03-28T22:00")));
    }

    @Test
    void aHolidayReplacesWhatBeginsOnItAndNotWhatBeganTheEveningBefore() {
        var nights = new OpeningHours(
                BERLIN,
                Stream.of(DayOfWeek.values())
                        .map(day -> opening(day, "21:00", "02:00"))
                        .toList(),
                List.of(
                        new Holiday(LocalDate.parse("2026-12-25"), "Closed", null),
                        new Holiday(LocalDate.parse("2026-12-31"), "Party", List.of(new Interval("20:00", "06:00")))));
        assertTrue(nights.isOpen(berlin("2026-12-25T01:00")), "of the 24th");
        assertFalse(nights.isOpen(berlin("2026-12-25T23:00")));
        assertFalse(nights.isOpen(berlin("2026-12-26T01:00")), "of the 25th");
        assertTrue(nights.isOpen(berlin("2026-12-26T22:00")));
        assertEquals(at("2027-01-01T06:00"), nights.nextClosing(berlin("2026-12-31T20:00")));
    }

    @Test
    void aDateThatTheClockLeavesOutKeepsTheNightBefore() {
        // In Apia 30 December 2011 never was.
        var night = hours("Pacific/Apia", opening(DayOfWeek.THURSDAY, "21:00", "02:00"));
        var apia = ZoneId.of("Pacific/Apia");
        var at = LocalDateTime.parse("2011-12-31T01:00").atZone(apia).toInstant();
        assertTrue(night.isOpen(at));
        assertEquals(Optional.of(at.plus(Duration.ofHours(1))), night.nextClosing(at));
    }

    @Test
    void aTimeThatIsLeftOutIsLaterByWhatTheClockIsPutForward() {
        // On 29 March 2026 there is no 02:00 to 03:00 in Berlin.
        var night = hours(
                "Europe/Berlin",
                opening(DayOfWeek.SUNDAY, "01:00", "02:30"),
                opening(DayOfWeek.SUNDAY, "04:00", "05:00"));
        var before = berlin("2026-03-28T12:00");
        assertEquals(at("2026-03-29T01:00"), night.nextOpening(before));
        assertEquals(at("2026-03-29T03:30"), night.nextClosing(before));
        assertEquals(
                at("2026-03-29T03:15"),
                hours("Europe/Berlin", opening(DayOfWeek.SUNDAY, "02:15", "02:45"))
                        .nextOpening(before));
        assertEquals(
                at("2026-04-05T02:30"),
                hours("Europe/Berlin", opening(DayOfWeek.SUNDAY, "02:30", "03:15"))
                        .nextOpening(before));
    }

    @Test
    void aTimeThatComesTwiceMeansTheFirst() {
        // On 25 October 2026 02:00 to 03:00 comes twice in Berlin.
        var night = hours("Europe/Berlin", opening(DayOfWeek.SUNDAY, "01:00", "02:30"));
        assertEquals(Optional.of(Instant.parse("2026-10-25T00:30:00Z")), night.nextClosing(berlin("2026-10-25T01:00")));
        assertFalse(night.isOpen(Instant.parse("2026-10-25T01:15:00Z")), "at the second 02:15");
        var morning = hours("Europe/Berlin", opening(DayOfWeek.SUNDAY, "02:30", "05:00"));
        assertTrue(morning.isOpen(Instant.parse("2026-10-25T01:15:00Z")), "at the second 02:15, after the first 02:30");
    }

    @Test
    void aDayThatBeginsAtOneBeginsThere() {
        // In Sao Paulo 15 October 2017 began at 01:00.
        var sunday = hours("America/Sao_Paulo", opening(DayOfWeek.SUNDAY, "00:00", "24:00"));
        assertEquals(
                Optional.of(Instant.parse("2017-10-15T03:00:00Z")),
                sunday.nextOpening(Instant.parse("2017-10-14T12:00:00Z")));
        assertEquals(
                Optional.of(Instant.parse("2017-10-16T02:00:00Z")),
                sunday.nextClosing(Instant.parse("2017-10-14T12:00:00Z")));
    }

    @Property
    void beforeTheNextOpeningNothingOpensAndThenItIsOpen(@ForAll("cases") Case given) {
        var hours = given.hours();
        hours.nextOpening(given.at).ifPresent(opening -> {
            assertTrue(opening.isAfter(given.at));
            assertTrue(hours.isOpen(opening));
            assertFalse(hours.isOpen(opening.minusNanos(1)));
            assertEquals(
                    hours.isOpen(given.at)
                                    && hours.nextClosing(given.at).orElseThrow().isBefore(opening)
                            || !hours.isOpen(given.at),
                    true,
                    "it closes first where it is open");
        });
    }

    @Property
    void beforeTheNextClosingItIsOpenAndThenItIsClosed(@ForAll("cases") Case given) {
        var hours = given.hours();
        hours.nextClosing(given.at).ifPresent(closing -> {
            assertTrue(closing.isAfter(given.at));
            assertFalse(hours.isOpen(closing));
            assertTrue(hours.isOpen(closing.minusNanos(1)));
        });
    }

    @Property(tries = 300)
    void everyMinuteOfThreeDaysAgrees(@ForAll("cases") Case given) {
        var hours = given.hours();
        var end = given.at.plus(Duration.ofDays(3));
        var opening = hours.nextOpening(given.at);
        var closing = hours.nextClosing(given.at);
        boolean was = hours.isOpen(given.at);
        for (var time = given.at.plus(MINUTE); time.isBefore(end); time = time.plus(MINUTE)) {
            boolean is = hours.isOpen(time);
            if (is && !was) {
                assertTrue(opening.isPresent() && opening.get().equals(time), given + " opens at " + time);
                opening = hours.nextOpening(time);
            }
            if (was && !is) {
                assertTrue(closing.isPresent() && closing.get().equals(time), given + " closes at " + time);
                closing = hours.nextClosing(time);
            }
            was = is;
        }
        var last = end.minus(MINUTE);
        assertTrue(opening.isEmpty() || opening.get().isAfter(last), given + " opened at " + opening);
        assertTrue(closing.isEmpty() || closing.get().isAfter(last), given + " closed at " + closing);
    }

    @Property(tries = 300)
    void openTimeIsTheMinutesInWhichItIsOpen(@ForAll("cases") Case given) {
        var hours = given.hours();
        var end = given.at.plus(Duration.ofDays(3));
        var open = Duration.ZERO;
        for (var time = given.at; time.isBefore(end); time = time.plus(MINUTE)) {
            open = hours.isOpen(time) ? open.plus(MINUTE) : open;
        }
        assertEquals(open, hours.openBetween(given.at, end), given.toString());
        if (open.isPositive()) {
            var reached = hours.after(given.at, open).orElseThrow();
            assertFalse(reached.isAfter(end), given + " reached " + reached);
            assertEquals(open, hours.openBetween(given.at, reached));
            assertTrue(hours.isOpen(reached.minusNanos(1)), given + " reached " + reached);
        }
    }

    @Test
    void openTimeCountsWhatBeganBeforeADateThatTheClockLeftOut() {
        // Samoa had no 30 December 2011: after Thursday the 29th came Saturday the 31st.
        var apia = ZoneId.of("Pacific/Apia");
        var night = hours("Pacific/Apia", opening(DayOfWeek.THURSDAY, "21:00", "02:00"));
        var from = LocalDateTime.parse("2011-12-31T00:30").atZone(apia).toInstant();
        assertTrue(night.isOpen(from));
        assertEquals(MINUTE, night.openBetween(from, from.plus(MINUTE)));
        assertEquals(Optional.of(from.plus(MINUTE)), night.after(from, MINUTE));
    }

    @Test
    void openTimeOfADateThatTheClockLeftOutIsCountedAmongThatOfTheNext() {
        // The opening that was to begin at ten on Friday the 30th began at ten on Saturday, which was open already.
        var office = hours(
                "Pacific/Apia",
                opening(DayOfWeek.FRIDAY, "10:00", "12:00"),
                opening(DayOfWeek.SATURDAY, "09:00", "17:00"));
        var from = LocalDateTime.parse("2011-12-31T00:00")
                .atZone(ZoneId.of("Pacific/Apia"))
                .toInstant();
        var nine = from.plus(Duration.ofHours(9));
        assertEquals(Duration.ofHours(8), office.openBetween(from, from.plus(Duration.ofDays(1))));
        assertEquals(Optional.of(nine.plus(Duration.ofHours(1))), office.after(from, Duration.ofHours(1)));
        assertEquals(Optional.of(nine), office.nextOpening(from));
        assertEquals(Optional.of(nine.plus(Duration.ofHours(8))), office.nextClosing(from));
    }

    @Test
    void whatAlwaysIsOpenIsSoForTheWholeTime() {
        var always = new OpenTime(null);
        assertTrue(always.includes(Instant.EPOCH));
        assertEquals(Optional.of(Instant.EPOCH.plus(MINUTE)), always.after(Instant.EPOCH, MINUTE));
        assertEquals(MINUTE, always.between(Instant.EPOCH, Instant.EPOCH.plus(MINUTE)));
        assertFalse(new OpenTime(hours("UTC")).includes(Instant.EPOCH));
    }

    @Test
    void openTimeThatNeverPassesIsNeverOver() {
        assertEquals(Optional.empty(), hours("UTC").after(Instant.EPOCH, MINUTE));
        assertEquals(Duration.ZERO, hours("UTC").openBetween(Instant.EPOCH, Instant.EPOCH.plus(MINUTE)));
    }

    /** Where the clock does not change, the clock on the wall decides. */
    @Property
    void awayFromChangesOfTheClockTheWallClockDecides(@ForAll("cases") Case given) {
        var rules = given.zone.getRules();
        var from = given.at.minus(Duration.ofDays(3));
        if (!rules.getOffset(from).equals(rules.getOffset(given.at.plus(Duration.ofDays(2))))) {
            return;
        }
        var local = LocalDateTime.ofInstant(given.at, given.zone);
        int minute = local.getHour() * 60 + local.getMinute();
        boolean today =
                given.spans(local.toLocalDate()).anyMatch(span -> span.begin() <= minute && minute < span.end());
        boolean sinceYesterday =
                given.spans(local.toLocalDate().minusDays(1)).anyMatch(span -> minute + 1_440 < span.end());
        assertEquals(today || sinceYesterday, given.hours().isOpen(given.at));
    }

    /** An observer who looks at the clock on the wall every minute finds the same, through all its changes. */
    @Property(tries = 100)
    void whoLooksAtTheWallEveryMinuteSaysTheSame(@ForAll("cases") Case given) {
        var hours = given.hours();
        var date = LocalDate.ofInstant(given.at, given.zone);
        var wall = new Wall(given.zone, date.minusDays(4), date.plusDays(5));
        for (var time = given.at; time.isBefore(given.at.plus(Duration.ofDays(2))); time = time.plus(MINUTE)) {
            var moment = time;
            boolean open = date.minusDays(3).datesUntil(date.plusDays(4)).anyMatch(day -> given.spans(day)
                    .anyMatch(span -> !moment.isBefore(wall.shows(day, span.begin()))
                            && moment.isBefore(wall.shows(day, span.end()))));
            assertEquals(open, hours.isOpen(moment), given + " at " + moment);
        }
    }

    /** A clock, noted down every minute of some dates. */
    private static final class Wall {

        private final Map<LocalDateTime, Instant> first = new HashMap<>();

        Wall(ZoneId zone, LocalDate from, LocalDate to) {
            var end = to.atStartOfDay(zone).toInstant();
            var before = LocalDateTime.MAX;
            for (var time = from.atStartOfDay(zone).toInstant(); time.isBefore(end); time = time.plus(MINUTE)) {
                var now = LocalDateTime.ofInstant(time, zone);
                // A skipped time is as much later as the clock was put forward.
                for (var skipped = before; skipped.isBefore(now); skipped = skipped.plusMinutes(1)) {
                    first.putIfAbsent(skipped, time.plus(Duration.between(before, skipped)));
                }
                first.putIfAbsent(now, time);
                before = now.plusMinutes(1);
            }
        }

        Instant shows(LocalDate date, int minute) {
            return first.get(date.atStartOfDay().plusMinutes(minute));
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        var zones = Arbitraries.of(
                "Europe/Berlin",
                "America/New_York",
                "America/Sao_Paulo",
                "Australia/Lord_Howe",
                "Africa/Cairo",
                "Pacific/Apia",
                "UTC");
        // Around changes of the clock, and a day that Cairo began at 01:00.
        var days = Arbitraries.of(
                LocalDate.parse("2026-03-29"),
                LocalDate.parse("2026-10-25"),
                LocalDate.parse("2026-03-08"),
                LocalDate.parse("2026-11-01"),
                LocalDate.parse("2017-10-15"),
                LocalDate.parse("2026-04-05"),
                LocalDate.parse("2026-10-04"),
                LocalDate.parse("2026-04-24"),
                LocalDate.parse("2011-12-30"),
                LocalDate.parse("2026-06-15"));
        var minutes = Arbitraries.integers().between(-2 * 1_440, 2 * 1_440);
        var week = times(7 * 96).map(sorted -> spans(sorted, 7 * 96).stream()
                .map(span -> new Opening(
                        DayOfWeek.of(span.begin / 96 + 1), text(span.begin % 96), text(endOfDay(span.begin, span.end))))
                .toList());
        var offsets = Arbitraries.integers().between(-3, 5).set().ofMaxSize(3);
        return Combinators.combine(zones, days, minutes, week, offsets, evening())
                .as((zone, day, minute, weekly, off, own) -> {
                    var id = ZoneId.of(zone);
                    var holidays = off.stream()
                            .map(offset -> new Holiday(day.plusDays(offset), "Holiday", offset % 2 == 0 ? own : null))
                            .toList();
                    var at = day.atTime(12, 0).plusMinutes(minute).atZone(id).toInstant();
                    return new Case(id, weekly, holidays, at);
                });
    }

    /** In quarters of an hour. */
    private record Quarters(int begin, int end) {}

    private static Arbitrary<List<Integer>> times(int below) {
        return Arbitraries.integers()
                .between(0, below - 1)
                .set()
                .ofMaxSize(below / 24)
                .map(times -> times.stream().sorted().toList());
    }

    /** Apart, as the API makes sure, and some of them touching; the last goes on to the first. */
    private static List<Quarters> spans(List<Integer> times, int round) {
        var spans = new ArrayList<Quarters>();
        for (int i = 0; i < times.size(); i++) {
            int end = i + 1 < times.size() ? times.get(i + 1) : times.getFirst() + round;
            if (i % 3 != 2 && end - times.get(i) < 96) {
                spans.add(new Quarters(times.get(i), end));
            }
        }
        return spans;
    }

    /** Intervals of one date that end on the next one. */
    private static Arbitrary<List<Interval>> evening() {
        return times(96 + 40).map(sorted -> spans(sorted, 96 + 40).stream()
                .filter(span -> span.begin < 96)
                .map(span -> new Interval(text(span.begin), text(endOfDay(span.begin, span.end))))
                .toList());
    }

    private static int endOfDay(int begin, int end) {
        int ofItsDay = end - begin / 96 * 96;
        return ofItsDay > 96 ? ofItsDay - 96 : ofItsDay;
    }

    private static String text(int quarter) {
        return String.format(Locale.ROOT, "%02d:%02d", quarter / 4, quarter % 4 * 15);
    }

    /** Mondays, with a break. */
    private static OpeningHours office(List<Holiday> holidays) {
        return new OpeningHours(
                BERLIN,
                List.of(opening(DayOfWeek.MONDAY, "09:00", "12:00"), opening(DayOfWeek.MONDAY, "13:00", "17:00")),
                holidays);
    }

    private static OpeningHours hours(String zone, Opening... weekly) {
        return new OpeningHours(ZoneId.of(zone), List.of(weekly), List.of());
    }

    private static Opening opening(DayOfWeek day, String from, String to) {
        return new Opening(day, from, to);
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static Optional<Instant> at(String local) {
        return Optional.of(berlin(local));
    }
}
