package org.patchbay.routing.decisions;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.routing.pools.PassedOver;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An agent who was considered for a ticket.
 *
 * @param passedOver null for the chosen agent
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record Candidate(long agentId, @Nullable PassedOver passedOver, Figures figures) {

    /** The deciding figures: of all figures, those that explain the reason. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Figures(
            @Schema(description = "In the order of the queue; the lowest comes first", examples = "0", nullable = true)
            @Nullable
            Long place,

            @Schema(description = "Among those of the same place the earliest comes first", nullable = true) @Nullable
            Instant idleSince,

            @Schema(description = "The first skill that they lack", examples = "2", nullable = true) @Nullable
            Long skillId,

            @Schema(examples = "8", nullable = true) @Nullable
            Integer requiredLevel,

            @Schema(description = "0 where they do not have the skill", examples = "3", nullable = true) @Nullable
            Integer level,

            @Schema(description = "Units they held", examples = "1", nullable = true) @Nullable
            Integer load,

            @Schema(description = "Units they could hold", examples = "1", nullable = true) @Nullable
            Integer capacity,

            @Schema(description = "Units that the ticket costs them", examples = "1", nullable = true) @Nullable
            Integer cost,

            @Schema(description = "Tickets of its channel that they held", examples = "3", nullable = true) @Nullable
            Integer held,

            @Schema(description = "Tickets of its channel that they may hold", examples = "3", nullable = true)
            @Nullable
            Integer maximum) {

        private static final Figures NONE = new Figures(null, null, null, null, null, null, null, null, null, null);

        static Figures order(@Nullable Long place, Instant idleSince) {
            return new Figures(place, idleSince, null, null, null, null, null, null, null, null);
        }

        static Figures skill(long skillId, int requiredLevel, int level) {
            return new Figures(null, null, skillId, requiredLevel, level, null, null, null, null, null);
        }

        static Figures capacity(int load, int capacity, int cost) {
            return new Figures(null, null, null, null, null, load, capacity, cost, null, null);
        }

        static Figures limit(int held, int maximum) {
            return new Figures(null, null, null, null, null, null, null, null, held, maximum);
        }
    }

    /** Whether only their place in the order kept them from being given it. */
    boolean fits() {
        return passedOver != null && passedOver.fits();
    }

    static Candidate chosen(long agentId, Figures figures) {
        return new Candidate(agentId, null, figures);
    }

    /** An agent for whom no other figures counted. */
    static Candidate only(long agentId) {
        return chosen(agentId, Figures.NONE);
    }

    static Candidate passed(long agentId, PassedOver why) {
        return new Candidate(agentId, why, Figures.NONE);
    }
}
