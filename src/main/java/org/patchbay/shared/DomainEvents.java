package org.patchbay.shared;

import io.quarkus.arc.Arc;

/**
 * Fires CDI events from where nothing is injected: from entities, whose methods are the one place where they change.
 */
public final class DomainEvents {

    private DomainEvents() {}

    /** To the observers of its class, in the transaction under way. */
    public static void publish(Object event) {
        Arc.container().beanManager().getEvent().fire(event);
    }
}
