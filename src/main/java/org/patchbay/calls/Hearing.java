package org.patchbay.calls;

/** The rules by which people in a call hear and see one another. No other place decides it. */
final class Hearing {

    private Hearing() {}

    /** The part of somebody in a call, as far as it matters here. */
    record Part(long leg, LegRole role, LegMode mode) {

        boolean isHidden() {
            return mode.isHidden();
        }

        boolean isCustomer() {
            return role == LegRole.CUSTOMER;
        }
    }

    /** Whether the listener hears the speaker. */
    static boolean hears(Part listener, Part speaker, boolean onHold) {
        if (listener.leg == speaker.leg || speaker.mode == LegMode.LISTEN) {
            return false;
        }
        if (speaker.mode == LegMode.WHISPER) {
            return listener.role == LegRole.AGENT;
        }
        if (listener.isCustomer() || speaker.isCustomer()) {
            return !onHold && listener.role != LegRole.ADVISER && speaker.role != LegRole.ADVISER;
        }
        return true;
    }

    /**
     * Whether two devices are connected where no server is between them. A hidden one is connected with the
     * holder's alone, which passes on what it hears and says: no other device knows of them.
     */
    static boolean connects(Part one, Part other, boolean onHold) {
        if (one.isHidden() || other.isHidden()) {
            return relays(one, other) || relays(other, one);
        }
        return hears(one, other, onHold) || hears(other, one, onHold);
    }

    /** Whether a device passes on to another, which is hidden, what it hears and says. */
    static boolean relays(Part from, Part to) {
        return from.role == LegRole.AGENT && !from.isHidden() && to.isHidden();
    }
}
