package org.patchbay.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchbay.calls.Hearing.Part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The laws of who hears whom, tried with all parts that two people can have. */
class HearingTest {

    /** Two people in a call. */
    record Two(Part one, Part other, boolean onHold) {

        boolean hears() {
            return Hearing.hears(one, other, onHold);
        }

        boolean connected() {
            return Hearing.connects(one, other, onHold);
        }
    }

    static Stream<Two> two() {
        return parts(1).stream()
                .flatMap(one -> parts(2).stream()
                        .flatMap(other -> Stream.of(true, false).map(onHold -> new Two(one, other, onHold))))
                .filter(two -> two.one.role() != LegRole.CUSTOMER || two.other.role() != LegRole.CUSTOMER)
                .filter(two -> two.one.role() != LegRole.AGENT || two.other.role() != LegRole.AGENT);
    }

    private static List<Part> parts(long leg) {
        var parts = new ArrayList<Part>();
        Arrays.stream(LegRole.values()).forEach(role -> parts.add(new Part(leg, role, LegMode.TALK)));
        parts.add(new Part(leg, LegRole.SUPERVISOR, LegMode.LISTEN));
        parts.add(new Part(leg, LegRole.SUPERVISOR, LegMode.WHISPER));
        return parts;
    }

    @ParameterizedTest
    @MethodSource("two")
    void nobodyHearsWhoListens(Two two) {
        assertFalse(two.other.mode() == LegMode.LISTEN && two.hears());
    }

    @ParameterizedTest
    @MethodSource("two")
    void theHolderAloneHearsAWhisper(Two two) {
        if (two.other.mode() == LegMode.WHISPER) {
            assertEquals(two.one.role() == LegRole.AGENT, two.hears());
        }
    }

    @ParameterizedTest
    @MethodSource("two")
    void aCustomerOnHoldHearsNobodyAndNobodyHearsThem(Two two) {
        boolean withCustomer = two.one.role() == LegRole.CUSTOMER || two.other.role() == LegRole.CUSTOMER;
        assertFalse(two.onHold && withCustomer && two.hears());
    }

    @ParameterizedTest
    @MethodSource("two")
    void adviceNeverReachesTheCustomerNorTheyTheAdviser(Two two) {
        if (two.one.role() == LegRole.CUSTOMER || two.other.role() == LegRole.CUSTOMER) {
            assertFalse((two.one.role() == LegRole.ADVISER || two.other.role() == LegRole.ADVISER) && two.hears());
        }
    }

    @ParameterizedTest
    @MethodSource("two")
    void customerAndHolderHearEachOtherUnlessOnHold(Two two) {
        if (two.one.role() == LegRole.CUSTOMER && two.other.role() == LegRole.AGENT) {
            assertEquals(!two.onHold, two.hears());
        }
    }

    @ParameterizedTest
    @MethodSource("two")
    void staffWhoTalkHearOneAnother(Two two) {
        if (two.one.role().isStaff() && two.other.role().isStaff() && two.other.mode() == LegMode.TALK) {
            assertTrue(two.hears());
        }
    }

    @ParameterizedTest
    @MethodSource("two")
    void devicesAreConnectedBothWaysOrNot(Two two) {
        assertEquals(two.connected(), Hearing.connects(two.other, two.one, two.onHold));
    }

    @ParameterizedTest
    @MethodSource("two")
    void whoHearsAnotherIsConnectedWithThemOrIsHidden(Two two) {
        boolean hidden = two.one.mode().isHidden() || two.other.mode().isHidden();
        assertTrue(!two.hears() || two.connected() || hidden);
    }

    @ParameterizedTest
    @MethodSource("two")
    void theHoldersDeviceAloneKnowsOfWhoIsHidden(Two two) {
        if (two.other.mode().isHidden()) {
            assertEquals(two.one.role() == LegRole.AGENT, two.connected());
            assertEquals(two.one.role() == LegRole.AGENT, Hearing.relays(two.one, two.other));
        }
    }
}
