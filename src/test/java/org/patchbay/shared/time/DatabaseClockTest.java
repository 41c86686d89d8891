package org.patchbay.shared.time;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.patchbay.shared.time.DatabaseClock.Reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DatabaseClockTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private Instant own = NOON;
    private final DatabaseClock clock = new DatabaseClock(() -> own);

    @Test
    void clocksThatMayAgreeAreLeftAlone() {
        clock.follow(new Reading(NOON, NOON.plusMillis(1), NOON.plusMillis(9)));
        assertEquals(Duration.ZERO, clock.ahead());
        assertEquals(NOON, clock.instant());
    }

    @Test
    void aClockThatIsBehindIsPutForwardToTheMiddleOfWhatMayBe() {
        clock.follow(new Reading(NOON, NOON.plusSeconds(90), NOON.plusMillis(8)));
        assertEquals(NOON.plusSeconds(90).minusMillis(4), clock.instant());
    }

    @Test
    void aClockThatIsAheadIsPutBackAndThenKeptWhileItMayBeRight() {
        clock.follow(new Reading(NOON, NOON.minusSeconds(90), NOON));
        assertEquals(NOON.minusSeconds(90), clock.instant());
        own = NOON.plusSeconds(10);
        clock.follow(new Reading(own, NOON.minusSeconds(80).plusMillis(2), own.plusMillis(3)));
        assertEquals(NOON.minusSeconds(80), clock.instant());
    }

    @Test
    void aClockThatJumpsIsMendedByTheNextLook() {
        clock.follow(new Reading(NOON, NOON.plusSeconds(90), NOON));
        own = NOON.minusSeconds(3_600);
        clock.follow(new Reading(own, NOON.plusSeconds(91), own));
        assertEquals(NOON.plusSeconds(91), clock.instant());
    }

    @Test
    void aReadingKnowsWhenItWasAskedAndAnswered() {
        var reading = clock.read(() -> {
            own = own.plusMillis(7);
            return NOON;
        });
        assertEquals(new Reading(NOON, NOON, NOON.plusMillis(7)), reading);
        assertEquals(Duration.ofMillis(7), reading.uncertainty());
    }
}
