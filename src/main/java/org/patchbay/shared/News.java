package org.patchbay.shared;

import io.quarkus.arc.Arc;

/**
 * Fires CDI events from where nothing is injected: from entities, whose methods are the one place where they change.
 */
public final class News {

    private News() {}

    /** To the observers of its class, in the transaction under way. */
    public static void tell(Object event) {
        Arc.container().beanManager().getEvent().fire(event);
    }
}
