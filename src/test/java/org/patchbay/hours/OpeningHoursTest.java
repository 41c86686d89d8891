package org.patchbay.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** What an admin could have said, and a moment. */
    record Case(ZoneId zone, List<Opening> weekly, List<Holiday> holidays, Instant at) {

        OpeningHours hours() {
            return new OpeningHours(zone, weekly, holidays);
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
    void openTimeThatNeverPassesIsNeverOver() {
        assertEquals(Optional.empty(), hours("UTC").after(Instant.EPOCH, MINUTE));
        assertEquals(Duration.ZERO, hours("UTC").openBetween(Instant.EPOCH, Instant.EPOCH.plus(MINUTE)));
    }

    /** Where the clock does not change, open is what the clock on the wall says. */
    @Property
    void awayFromChangesOfTheClockTheWallClockDecides(@ForAll("cases") Case given) {
        var rules = given.zone.getRules();
        var from = given.at.minus(Duration.ofDays(2));
        if (!rules.getOffset(from).equals(rules.getOffset(given.at.plus(Duration.ofDays(2))))) {
            return;
        }
        var local = LocalDateTime.ofInstant(given.at, given.zone);
        int minute = local.getHour() * 60 + local.getMinute();
        boolean expected = given.holidays.stream()
                .filter(holiday -> holiday.date().equals(local.toLocalDate()))
                .findFirst()
                .<Stream<? extends Span>>map(holiday -> holiday.open().stream())
                .orElseGet(() -> given.weekly.stream().filter(opening -> opening.day() == local.getDayOfWeek()))
                .anyMatch(span -> span.begin() <= minute && minute < span.end());
        assertEquals(expected, given.hours().isOpen(given.at));
    }

    @Provide
    Arbitrary<Case> cases() {
        var zones = Arbitraries.of(
                "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe", "Africa/Cairo", "UTC");
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
                LocalDate.parse("2026-06-15"));
        var minutes = Arbitraries.integers().between(-2 * 1_440, 2 * 1_440);
        var week = spans().list().ofSize(7).map(lists -> {
            var openings = new ArrayList<Opening>();
            for (var day : DayOfWeek.values()) {
                lists.get(day.ordinal()).forEach(span -> openings.add(new Opening(day, span.from(), span.to())));
            }
            return List.copyOf(openings);
        });
        var offsets = Arbitraries.integers().between(-3, 5).set().ofMaxSize(3);
        return Combinators.combine(zones, days, minutes, week, offsets, spans())
                .as((zone, day, minute, weekly, off, own) -> {
                    var id = ZoneId.of(zone);
                    var holidays = off.stream()
                            .map(offset -> new Holiday(day.plusDays(offset), "Holiday", offset % 2 == 0 ? own : null))
                            .toList();
                    var at = day.atTime(12, 0).plusMinutes(minute).atZone(id).toInstant();
                    return new Case(id, weekly, holidays, at);
                });
    }

    /** Apart, as the API makes sure, and some of them touching. */
    private static Arbitrary<List<Interval>> spans() {
        return Arbitraries.integers()
                .between(0, 96)
                .map(quarter -> quarter * 15)
                .set()
                .ofMaxSize(5)
                .map(times -> {
                    var sorted = times.stream().sorted().toList();
                    var spans = new ArrayList<Interval>();
                    for (int i = 0; i + 1 < sorted.size(); i++) {
                        if (i % 3 != 2) {
                            spans.add(new Interval(text(sorted.get(i)), text(sorted.get(i + 1))));
                        }
                    }
                    return List.copyOf(spans);
                });
    }

    private static String text(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
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
