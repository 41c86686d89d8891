package org.patchbay.queues.members;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A member of a queue's staffing, in requests and responses. */
@RegisterForReflection
public record QueueMemberView(
        @Schema(description = "Instead of a group", examples = "7", nullable = true) @Nullable
        Long agentId,

        @Schema(
                description = "All agents of this group and of those below it; the root means everybody",
                examples = "1",
                nullable = true)
        @Nullable
        Long groupId,

        @Min(1)
        @Max(100)
        @Schema(
                description = "1 is asked first where the queue is RANKED; 1 where absent",
                examples = "1",
                nullable = true)
        Integer tier) {

    public QueueMemberView {
        tier = tier == null ? Integer.valueOf(1) : tier;
    }

    @AssertTrue(message = "{patchbay.agent-or-group}")
    @Schema(hidden = true)
    @JsonIgnore
    public boolean isEitherAgentOrGroup() {
        return (agentId == null) != (groupId == null);
    }
}
