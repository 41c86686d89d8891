package org.patchbay.agents;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An agent as clients see them. */
@RegisterForReflection
public record AgentView(
        @Schema(description = "Also the id of their account", examples = "7")
        long id,

        @Schema(examples = "Ada Agent") String name,

        @Schema(examples = "Returns desk", nullable = true) @Nullable
        String title,

        Presence presence,

        @Schema(description = "Why they are AWAY: one of /presence-reasons", examples = "2", nullable = true) @Nullable
        Long reasonId,

        Instant presenceSince,

        @Schema(
                description = "Since when they are AWAY or OFFLINE, the one after the other too; absent while they are"
                        + " neither",
                nullable = true)
        @Nullable
        Instant goneSince,

        @Schema(
                description = "When their WRAP_UP ends by itself; absent where nothing ends it, as where they chose it",
                nullable = true)
        @Nullable
        Instant wrapUpUntil,

        @Schema(
                description = "When a request of theirs came last, give or take some seconds; absent where none did",
                nullable = true)
        @Nullable
        Instant lastSeenAt,

        @Schema(description = "Units they may hold at once; a return case is one unit", examples = "1")
        int capacity,

        @Schema(description = "Units they hold now", examples = "0")
        int load,

        @Schema(description = "When they last took or gave back a ticket, or became available")
        Instant idleSince,

        Instant createdAt,

        @Schema(description = "Of name, title and capacity; also the ETag", examples = "0")
        int version) {

    static AgentView of(Agent agent, @Nullable Instant lastSeen) {
        return new AgentView(
                agent.id,
                agent.name,
                agent.title,
                agent.presence,
                agent.presenceReasonId,
                agent.presenceSince,
                agent.goneSince,
                agent.wrapUpUntil,
                lastSeen,
                agent.capacity,
                agent.load,
                agent.idleSince,
                agent.createdAt,
                agent.version);
    }
}
