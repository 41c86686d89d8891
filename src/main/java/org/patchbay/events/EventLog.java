package org.patchbay.events;

import org.patchbay.shared.persistence.BeforeCommit;
import org.patchbay.shared.persistence.BeforeCommit.Step;

/**
 * All that happens, in the order of the commits: the one place where events are written. The transaction collects them,
 * and writes them at its very end, with the next numbers of its organisation. It holds the row of {@code feed} from
 * then until it is committed, so numbers have no gaps and become visible in their order: a reader who saw one has seen
 * all before it, and those who come later have greater ones. Until then the transaction itself does not find its events
 * in the database.
 */
public final class EventLog {

    private EventLog() {}

    /**
     * Adds an event to the transaction under way, after those that it has already. The transaction's end writes it;
     * {@link EventsAppended} tells of it.
     *
     * @throws IllegalStateException outside a transaction, at its end, and where it has events of another organisation
     */
    public static AppendedEvent append(NewEvent event) {
        return BeforeCommit.collector(Step.EVENTS, PendingEvents.class, () -> new PendingEvents(event.organisationId()))
                .add(event);
    }
}
