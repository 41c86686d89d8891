package org.patchbay.shared.events;

import io.quarkus.arc.Arc;

/** The one way to publish news, also from entities, into which nothing is injected. */
public final class DomainEvents {

    private DomainEvents() {}

    /** Tells the observers of its class, most of them when the transaction under way is committed. */
    public static void publish(DomainEvent event) {
        Arc.container().beanManager().getEvent().fire(event);
    }
}
