package org.patchbay.queues;

/** How a request reached us. Each channel has a default cost of its tickets, which an organisation can change. */
public enum Channel {
    /** About an order, answered in writing. */
    RETURN_CASE(false),
    CHAT(false),
    VOICE(true),
    VIDEO(true),
    /** A call that we owe. */
    CALLBACK(false),
    /** A task of an external system. */
    WORK_ITEM(false);

    private final boolean exclusive;

    Channel(boolean exclusive) {
        this.exclusive = exclusive;
    }

    /** No channel's tickets are offered by default; all are assigned at once. */
    public ChannelSettings defaults() {
        return new ChannelSettings(1, exclusive, null);
    }
}
