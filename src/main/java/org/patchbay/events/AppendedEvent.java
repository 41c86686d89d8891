package org.patchbay.events;

/** An event that the transaction under way has appended. */
public final class AppendedEvent {

    private final NewEvent event;
    private long number;

    AppendedEvent(NewEvent event) {
        this.event = event;
    }

    /**
     * Its number in the organisation, for what the end of the transaction does after the events.
     *
     * @throws IllegalStateException before it is written
     */
    public long number() {
        if (number == 0) {
            throw new IllegalStateException("The event has no number yet");
        }
        return number;
    }

    NewEvent event() {
        return event;
    }

    void number(long given) {
        number = given;
    }
}
