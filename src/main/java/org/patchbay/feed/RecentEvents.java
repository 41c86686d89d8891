package org.patchbay.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** The last events of an organisation, read once for all its subscriptions on this replica. Served by one thread. */
final class RecentEvents {

    /** Remembered, so that those who come back shortly cost no query: after a network failed, many do at once. */
    private static final int REMEMBERED = 2 * FeedStore.BATCH;

    private final long organisation;
    private final FeedStore store;
    private final Function<FeedMessage, String> json;
    private final @Nullable String pagesVersion;
    private List<NumberedEvent> recent = List.of();
    private long last = -1;

    /** An event and the text that tells of it. */
    record NumberedEvent(FeedEvent event, String json) {}

    /** @param pagesVersion the version of the pages, of which newcomers are told */
    RecentEvents(
            long organisation, FeedStore store, Function<FeedMessage, String> json, @Nullable String pagesVersion) {
        this.organisation = organisation;
        this.store = store;
        this.json = json;
        this.pagesVersion = pagesVersion;
    }

    /** The number up to which events can be told. */
    long last() {
        return last;
    }

    /** Reads what happened up to a number, once for all. */
    List<FeedEvent> readUpTo(long number) {
        var read = new ArrayList<FeedEvent>();
        if (last < 0) {
            last = number;
        }
        while (last < number) {
            var next = store.after(organisation, last);
            if (next.isEmpty()) {
                // Removed before anybody here could read it.
                recent = List.of();
                last = number;
            } else {
                remember(next);
                read.addAll(next);
            }
        }
        return read;
    }

    /** Nobody is here: who comes later hears from then on. */
    void forget() {
        recent = List.of();
        last = -1;
    }

    private void remember(List<FeedEvent> next) {
        var all = new ArrayList<NumberedEvent>(recent);
        next.forEach(event -> all.add(told(event)));
        recent = all.size() <= REMEMBERED ? all : new ArrayList<>(all.subList(all.size() - REMEMBERED, all.size()));
        last = next.getLast().number();
    }

    /** The next events after a number before the last, not always all; none where some are not kept any more. */
    List<NumberedEvent> after(long number) {
        if (recent.isEmpty() || number < recent.getFirst().event().number() - 1) {
            return store.after(organisation, number).stream().map(this::told).toList();
        }
        int from = (int) (number + 1 - recent.getFirst().event().number());
        return recent.subList(from, recent.size());
    }

    String greeting(String type, long number) {
        return json.apply(FeedMessage.greeting(type, number, pagesVersion));
    }

    private NumberedEvent told(FeedEvent event) {
        return new NumberedEvent(event, json.apply(FeedMessage.of(event)));
    }
}
