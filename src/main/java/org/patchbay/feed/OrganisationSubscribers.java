package org.patchbay.feed;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The subscriptions of one organisation on this replica, and what is told to them. Served by one thread. */
record OrganisationSubscribers(Set<Subscription> subscriptions, RecentEvents events) {

    OrganisationSubscribers(RecentEvents events) {
        this(ConcurrentHashMap.newKeySet(), events);
    }
}
