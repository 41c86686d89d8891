package org.patchbay.chats;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Tells what a chat would meet now. The feature above that routes tickets implements it. */
public interface ChatHours {

    /** The fate of a chat that begins now. */
    @RegisterForReflection
    enum Now {
        /** Somebody is there, or the house says nothing of its hours. */
        OPEN,
        /** It is answered later. */
        LATER,
        /** The customer is called back. */
        CALLBACK,
        /** It is refused. */
        CLOSED
    }

    /**
     * The fate of a chat, and until when it is so.
     *
     * @param opensAt when its queue opens; null where it is open, or stays closed for a year
     */
    record Reception(Now now, @Nullable Instant opensAt) {}

    /** As the policy sends a chat of this customer of which nothing else is known. */
    Reception reception(long customer);
}
