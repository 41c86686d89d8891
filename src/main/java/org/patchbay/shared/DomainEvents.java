package org.patchbay.shared;

import io.quarkus.arc.Arc;

/** Fires CDI events where nothing is injected: in entities, whose methods are the only places that change them. */
public final class DomainEvents {

    private DomainEvents() {}

    /** Fires an event to the observers of its class, in the transaction under way. */
    public static void publish(Object event) {
        Arc.container().beanManager().getEvent().fire(event);
    }
}
