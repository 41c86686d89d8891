package org.patchbay.calls;

import org.patchbay.queues.Channel;

/** The kind of a call. */
public enum CallKind {
    VOICE(Channel.VOICE),
    VIDEO(Channel.VIDEO);

    private final Channel channel;

    CallKind(Channel channel) {
        this.channel = channel;
    }

    /** The channel of a ticket that begins with such a call. */
    Channel channel() {
        return channel;
    }
}
