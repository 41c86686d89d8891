package org.patchbay.conversations;

import java.util.EnumSet;
import java.util.Set;

import org.patchbay.identity.Actor;

/** The readers of a message. */
public enum Audience {
    /** The customer, and all who see the ticket. */
    PUBLIC,
    /** Staff alone. */
    INTERNAL;

    /** The audiences to which somebody who sees the ticket belongs. */
    public static Set<Audience> of(Actor reader) {
        return reader.isOnlyCustomer() ? EnumSet.of(PUBLIC) : EnumSet.allOf(Audience.class);
    }
}
