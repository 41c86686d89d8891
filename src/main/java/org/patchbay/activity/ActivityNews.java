package org.patchbay.activity;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.ConversationTickets.About;
import org.patchbay.shared.events.DomainEvent;

/**
 * Somebody began or ceased to look or to type, or read on; on all replicas.
 *
 * @param about decides who sees the conversation
 * @param accountId of whom it tells
 * @param present the accounts that have the conversation before them: others are not told
 * @param forStaff null where somebody read on
 * @param forCustomers null also where customers learn nothing of it
 */
public record ActivityNews(
        long organisationId,
        long conversationId,
        About about,
        long accountId,
        Set<Long> present,
        @Nullable ActivityView forStaff,
        @Nullable ActivityView forCustomers)
        implements DomainEvent {

    /** Whether somebody read on; where not, it tells of an activity. */
    public boolean isOfPosition() {
        return forStaff == null;
    }
}
