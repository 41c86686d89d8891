package org.patchbay.timers;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.patchbay.shared.time.Times;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Payloads come back as they were set, also those that were stored as bare numbers. */
class TimerKindTest {

    @Test
    void aTimeIsStoredInMicroseconds() {
        var kind = TimerKind.ofTime("test");
        var time = Instant.parse("2026-11-29T23:00:00.123456Z");
        assertEquals(1_795_993_200_123_456L, kind.stored(time));
        assertEquals(time, kind.read(1_795_993_200_123_456L));
        assertEquals(Times.LAST, kind.read(kind.stored(Times.LAST)));
    }

    @Test
    void aDurationIsStoredInSeconds() {
        var kind = TimerKind.ofDuration("test");
        assertEquals(90, kind.stored(Duration.ofSeconds(90)));
        assertEquals(Duration.ofSeconds(90), kind.read(90));
    }

    @Test
    void aNumberIsStoredAsItIs() {
        var kind = TimerKind.ofNumber("test");
        assertEquals(7, kind.stored(7L));
        assertEquals(7, kind.read(7));
    }

    @Test
    void aPlainOneReadsNothingWhateverIsStored() {
        var kind = TimerKind.plain("test");
        assertEquals(0, kind.stored(null));
        assertNull(kind.read(4711));
    }

    @Test
    void aNameThatItsColumnCannotHoldIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> TimerKind.plain("a kind whose name is much too long"));
    }
}
