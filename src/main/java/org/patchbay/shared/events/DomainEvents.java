package org.patchbay.shared.events;

import jakarta.enterprise.event.Event;

import org.jspecify.annotations.Nullable;

import io.quarkus.arc.Arc;

/** The one way to publish news, also from entities, into which nothing is injected. */
public final class DomainEvents {

    /** It remembers the observers of each class. A new one would look for them among all of the application. */
    private static volatile @Nullable Event<Object> publisher;

    private DomainEvents() {}

    /** Tells the observers of its class, most of them when the transaction under way is committed. */
    public static void publish(DomainEvent event) {
        var known = publisher;
        if (known == null) {
            known = Arc.container().beanManager().getEvent();
            publisher = known;
        }
        known.fire(event);
    }
}
