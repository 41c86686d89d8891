package org.patchbay.events;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * An event that happens in the transaction under way, and has no number yet. It is of a ticket, of an agent's presence,
 * or of what admins keep.
 *
 * @param agentId the agent concerned: the one who held or was given the ticket, or whose presence it is
 * @param about the kind of thing that admins changed
 * @param by null for the system
 * @param remark figures, names and words of the house; null for none
 */
public record NewEvent(
        long organisationId,
        String type,
        Instant at,
        @Nullable TicketState ticket,
        @Nullable Long agentId,
        @Nullable PresenceState presence,
        @Nullable String about,
        @Nullable By by,
        @Nullable String remark) {

    public static final String PRESENCE = "PRESENCE";
    public static final String CONFIGURATION = "CONFIGURATION";

    /**
     * A ticket after the event.
     *
     * @param leftGroupId the group that it left by the event; null where it left none
     * @param holderId the agent who holds it, or held it last; null while it waits
     */
    public record TicketState(
            long id,
            String status,
            long customerId,
            long groupId,
            @Nullable Long leftGroupId,
            long queueId,
            @Nullable Long holderId) {}

    /**
     * An agent's presence after the event.
     *
     * @param groups the groups of the agent
     */
    public record PresenceState(String presence, Set<Long> groups) {

        /** Separated by commas; null for none. */
        @Nullable
        String groupList() {
            return groups.isEmpty()
                    ? null
                    : new TreeSet<>(groups).stream().map(String::valueOf).collect(Collectors.joining(","));
        }
    }

    /** Somebody, as they are called now. */
    public record By(long id, @Nullable String name) {}

    /** A line of a ticket's history. */
    public static NewEvent ofTicket(
            long organisation,
            String type,
            TicketState ticket,
            @Nullable Long agentId,
            @Nullable By by,
            @Nullable String remark,
            Instant at) {
        return new NewEvent(organisation, type, at, ticket, agentId, null, null, by, remark);
    }

    /** An agent's presence changed, or their wrap-up was prolonged. */
    public static NewEvent ofPresence(long organisation, long agent, PresenceState presence, Instant at) {
        return new NewEvent(organisation, PRESENCE, at, null, agent, presence, null, null, null);
    }

    /** A list of things that admins keep changed. */
    public static NewEvent ofConfiguration(long organisation, String about, Instant at) {
        return new NewEvent(organisation, CONFIGURATION, at, null, null, null, about, null, null);
    }

    /** The values of the columns, in the order in which {@code PendingEvents} names them. */
    List<?> row(long number) {
        return Arrays.asList(
                number,
                type,
                about,
                ticket == null ? null : ticket.id,
                ticket == null ? null : ticket.status,
                ticket == null ? null : ticket.customerId,
                ticket == null ? null : ticket.groupId,
                ticket == null ? null : ticket.leftGroupId,
                ticket == null ? null : ticket.queueId,
                agentId,
                ticket == null ? null : ticket.holderId,
                presence == null ? null : presence.presence,
                presence == null ? null : presence.groupList(),
                by == null ? null : by.id,
                by == null ? null : by.name,
                remark,
                at);
    }
}
