package org.patchbay.feed;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.PresenceChanged;
import org.patchbay.audit.Action.Subject;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.TicketHappened;

/** An event that has no number yet, stored in the transaction in which it happened. */
@Entity
@Table(name = "outbox")
class OutboxEntry extends OrganisationEntity {

    private static final String PRESENCE = "PRESENCE";
    private static final String CONFIGURATION = "CONFIGURATION";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String type;

    @Nullable
    String about;

    @Nullable
    Long ticketId;

    @Nullable
    String status;

    @Nullable
    Long customerId;

    @Nullable
    Long groupId;

    @Nullable
    Long leftGroupId;

    @Nullable
    Long queueId;

    @Nullable
    Long agentId;

    @Nullable
    Long holderId;

    @Nullable
    String presence;

    /** Separated by commas. */
    @Nullable
    String agentGroups;

    Instant at;

    static void write(TicketHappened happened) {
        var entry = of(happened.type().name(), happened.at());
        entry.ticketId = happened.ticketId();
        entry.status = happened.status().name();
        entry.customerId = happened.customerId();
        entry.groupId = happened.groupId();
        entry.leftGroupId = happened.leftGroupId();
        entry.queueId = happened.queueId();
        entry.agentId = happened.agentId();
        entry.holderId = happened.holderId();
        entry.persist();
    }

    static void write(PresenceChanged changed, Set<Long> groups) {
        var entry = of(PRESENCE, changed.at());
        entry.agentId = changed.agentId();
        entry.presence = changed.presence().name();
        entry.agentGroups =
                groups.isEmpty() ? null : groups.stream().map(String::valueOf).collect(Collectors.joining(","));
        entry.persist();
    }

    static void write(Subject changed) {
        var entry = of(CONFIGURATION, Times.now());
        entry.about = changed.name();
        entry.persist();
    }

    private static OutboxEntry of(String type, Instant at) {
        var entry = new OutboxEntry();
        entry.type = type;
        entry.at = at;
        return entry;
    }
}
