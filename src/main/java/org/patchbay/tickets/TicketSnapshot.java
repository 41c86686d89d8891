package org.patchbay.tickets;

import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.Message;
import org.patchbay.events.NewEvent;

/**
 * A ticket as one line of its history leaves it.
 *
 * @param conversationId its own id, unless it continues what was said about another
 * @param leftGroupId the group that it left by this; null where it left none
 * @param holderId the agent who holds it, or held it last; null while it waits
 */
public record TicketSnapshot(
        long id,
        long conversationId,
        TicketStatus status,
        long customerId,
        long groupId,
        @Nullable Long leftGroupId,
        long queueId,
        @Nullable Long holderId,
        @Nullable String orderNumber) {

    Message.Matter asMatter() {
        return new Message.Matter(conversationId, id, customerId);
    }

    NewEvent.TicketState asState() {
        return new NewEvent.TicketState(id, status.name(), customerId, groupId, leftGroupId, queueId, holderId);
    }
}
