package org.patchbay.tickets;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.customers.OrderView;
import org.patchbay.skills.Relaxation;
import org.patchbay.tags.TagView;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The names behind the ids of a ticket, as far as they are visible: a desk shows a ticket with one request. */
@RegisterForReflection
record TicketDetails(
        @Schema(description = "Absent where the customer is out of sight", examples = "Carla Customer", nullable = true)
        @Nullable
        String customerName,

        @Schema(description = "The order that it is about; absent where that is not visible", nullable = true) @Nullable
        OrderView order,

        @Schema(
                description = "The agent who holds it or is offered it, or held it last",
                examples = "Ada Agent",
                nullable = true)
        @Nullable
        String agentName,

        @Schema(examples = "Returns") String queueName,

        @Schema(description = "Its tags, by name; absent for customers", nullable = true) @Nullable
        List<TagView> tags,

        @Schema(description = "The colleagues who are invited into it; absent for customers", nullable = true) @Nullable
        List<InvitedView> colleagues,

        @Schema(
                description = "When somebody will be there: where it waits in a queue that is closed now",
                nullable = true)
        @Nullable
        Instant opensAt,

        @Schema(
                description =
                        "When something was said last in its conversation, also among staff; absent for customers",
                nullable = true)
        @Nullable
        Instant lastMessageAt,

        @Schema(description = "The requirement at its opening; absent for none, and for customers", nullable = true)
        @Nullable
        Requirement requirement) {

    /** The requirement of a ticket at its opening. */
    @RegisterForReflection
    record Requirement(
            List<Skill> skills,

            @Schema(description = "The only one who might be given it at first", examples = "7", nullable = true)
            @Nullable
            Long targetAgentId,

            @Schema(examples = "Ada Agent", nullable = true) @Nullable
            String targetAgentName,

            @Schema(description = "For how long only they might", examples = "60", nullable = true) @Nullable
            Integer targetSeconds) {}

    /** A required skill with its level. */
    @RegisterForReflection
    record Skill(
            @Schema(examples = "2") long skillId,
            @Schema(examples = "French") String skillName,
            @Schema(examples = "8") int level,
            List<Relaxation> relax) {}
}
