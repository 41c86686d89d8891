package org.patchbay.conversations;

import java.time.Instant;

import org.patchbay.conversations.Message.Author;
import org.patchbay.conversations.Message.Matter;
import org.patchbay.conversations.Message.Words;
import org.patchbay.events.AppendedEvent;
import org.patchbay.shared.persistence.BeforeCommit;
import org.patchbay.shared.persistence.BeforeCommit.Step;
import org.patchbay.shared.tenancy.CurrentOrganisation;

/** The one place where messages are written. The transaction collects them, and writes them at its very end. */
public final class MessageLog {

    private MessageLog() {}

    /**
     * Adds a message to the transaction under way.
     *
     * @param event the line of history that it is said with
     * @throws IllegalStateException outside a transaction
     */
    public static Message append(
            Matter matter, AppendedEvent event, Audience audience, Author author, Words words, Instant at) {
        var message = new Message(matter, event, audience, author, words, at);
        BeforeCommit.collector(
                        Step.MESSAGES, PendingMessages.class, () -> new PendingMessages(CurrentOrganisation.id()))
                .add(message);
        return message;
    }
}
