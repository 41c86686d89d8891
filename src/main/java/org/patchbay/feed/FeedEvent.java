package org.patchbay.feed;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.Audience;
import org.patchbay.events.EventRow;
import org.patchbay.groups.Visibility;
import org.patchbay.identity.Role;
import org.patchbay.identity.Scope;
import org.patchbay.identity.TokenHolder;
import org.patchbay.tickets.TicketEventType;

import static java.util.Objects.requireNonNull;

/**
 * An event with its number, and everything that decides who sees it. It concerns a ticket where there is one; else an
 * agent's presence where there is one; else the configuration.
 *
 * @param groupId the ticket's group after the event
 * @param leftGroupId the group that the ticket left by it: members who saw it there learn that it is gone
 * @param agentId the agent concerned: the one who held or was given the ticket, or whose presence it is
 * @param holderId the agent who holds the ticket after the event, or held it last
 * @param agentGroups the groups of the agent whose presence it is
 */
record FeedEvent(
        long number,
        String type,
        @Nullable String about,
        @Nullable Long ticketId,
        @Nullable String status,
        @Nullable Long customerId,
        @Nullable Long groupId,
        @Nullable Long leftGroupId,
        @Nullable Long queueId,
        @Nullable Long agentId,
        @Nullable Long holderId,
        @Nullable String presence,
        Set<Long> agentGroups,
        @Nullable Said said,
        Instant at) {

    /** A message that came with it, or lost something by it. */
    record Said(long conversationId, long messageNumber) {

        /** Customers, who may see the event, learn of no message among staff by it. */
        private static @Nullable Said of(EventRow row) {
            var remark = row.text("remark");
            if (remark != null
                    && row.id("ticket_id") != null
                    && TicketEventType.valueOf(row.type()).isRemoval()) {
                var numbers = remark.split("/");
                return new Said(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
            }
            var number = row.id("message_number");
            if (number == null) {
                return null;
            }
            boolean heard = Audience.PUBLIC.name().equals(row.text("audience"))
                    || TicketEventType.valueOf(row.type()).isOfTheHouse();
            return heard ? new Said(requireNonNull(row.id("conversation_id")), number) : null;
        }
    }

    static FeedEvent of(EventRow row) {
        var groups = row.text("agent_groups");
        return new FeedEvent(
                row.number(),
                row.type(),
                row.text("about"),
                row.id("ticket_id"),
                row.text("status"),
                row.id("customer_id"),
                row.id("group_id"),
                row.id("left_group_id"),
                row.id("queue_id"),
                row.id("agent_id"),
                row.id("holder_id"),
                row.text("presence"),
                groups == null
                        ? Set.of()
                        : Arrays.stream(groups.split(",")).map(Long::valueOf).collect(Collectors.toUnmodifiableSet()),
                Said.of(row),
                row.at());
    }

    /** Whether the token's holder sees the event. No other place decides that. */
    boolean isSeenBy(TokenHolder holder, Visibility visibility) {
        var actor = holder.actor();
        if (ticketId != null) {
            if (actor.isOnlyCustomer() && TicketEventType.valueOf(type).isOfTheHouse()) {
                return false;
            }
            return isIn(requireNonNull(groupId), visibility) || leftGroupId != null && isIn(leftGroupId, visibility);
        }
        if (actor.isOnlyCustomer()) {
            return false;
        }
        if (presence != null) {
            return holder.actor().isWithin(Scope.AGENTS_READ)
                    && visibility.includesAgent(requireNonNull(agentId), agentGroups);
        }
        return actor.is(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);
    }

    /** An agent who lost the ticket, or an offer of it, sees that too. */
    private boolean isIn(long group, Visibility visibility) {
        long customer = requireNonNull(customerId);
        return visibility.includesTicket(customer, group, holderId)
                || visibility.includesTicket(customer, group, agentId);
    }
}
