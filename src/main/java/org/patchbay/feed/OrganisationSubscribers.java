package org.patchbay.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The subscriptions of one organisation on this replica, and what is told to them. Served by one thread. */
record OrganisationSubscribers(Set<Subscription> subscriptions, RecentEvents events, Queue<LiveNews> liveNews) {

    OrganisationSubscribers(RecentEvents events) {
        this(ConcurrentHashMap.newKeySet(), events, new ConcurrentLinkedQueue<>());
    }

    /** All that came since it was asked before. */
    List<LiveNews> takeLiveNews() {
        var taken = new ArrayList<LiveNews>();
        for (var next = liveNews.poll(); next != null; next = liveNews.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
