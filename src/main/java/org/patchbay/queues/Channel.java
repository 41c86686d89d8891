package org.patchbay.queues;

/** How a request reached us; each has what a ticket of it costs where an organisation does not say otherwise. */
public enum Channel {
    /** About an order, answered in writing. */
    RETURN_CASE(false),
    CHAT(false),
    VOICE(true),
    VIDEO(true),
    /** A call that we owe. */
    CALLBACK(false),
    /** Work of an external system. */
    WORK_ITEM(false);

    private final boolean exclusive;

    Channel(boolean exclusive) {
        this.exclusive = exclusive;
    }

    /** All are assigned at once. */
    public ChannelSettings defaults() {
        return new ChannelSettings(1, exclusive, null);
    }
}
