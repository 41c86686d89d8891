package org.patchbay.routing.transfers;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.queues.Priority;
import org.patchbay.skills.RequiredSkill;
import org.patchbay.tickets.DescendingRelaxations;

/** A bot's wish that people go on with a chat. */
record HandOver(
        @Schema(description = "Where it waits for them; where absent, the queue says", examples = "2", nullable = true)
        @Nullable
        Long queueId,

        @Size(max = 2000)
        @Schema(
                description = "For the agent who takes it; customers do not read it",
                examples = "She wants her money back. Order A-1001.",
                nullable = true)
        @Nullable
        String note,

        @Size(max = 20)
        @DescendingRelaxations
        @Schema(description = "Of the agent, in place of what it required before", nullable = true)
        @Nullable
        List<@NotNull @Valid RequiredSkill> skills,

        @Schema(description = "As it was where absent", nullable = true) @Nullable
        Priority priority) {

    static final HandOver PLAIN = new HandOver(null, null, null, null);
}
