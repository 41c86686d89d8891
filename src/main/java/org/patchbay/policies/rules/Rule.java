package org.patchbay.policies.rules;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.policies.Target;
import org.patchbay.queues.Priority;
import org.patchbay.skills.RequiredSkill;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The choices for the tickets of a condition; an absent one leaves things as they are. */
@RegisterForReflection
public record Rule(
        @NotBlank @Size(max = 100) @Schema(examples = "Gold customers")
        String name,

        @Size(max = Conditions.MAX_LENGTH)
        @Schema(
                description = "CEL over `channel`, `reason`, `priority`, `language`, `text`, `groupId`,"
                        + " `customer.` `id`, `name`, `email`, `attributes`; `order.` `number`, `product`,"
                        + " `quantity`, `amount`, `currency`, `orderedAt`; `tags`, by name; `fields.` and"
                        + " the key of one; and `now`, `hour`, `weekday`."
                        + " Absent where it always holds",
                examples = "customer.attributes.tier == \"gold\"",
                nullable = true)
        @Nullable
        String condition,

        @Schema(description = "One of /queues; the default one where absent", examples = "4", nullable = true) @Nullable
        Long queueId,

        @Schema(nullable = true) @Nullable Priority priority,

        @Size(max = 20) @Schema(nullable = true) List<@NotNull @Valid RequiredSkill> requiredSkills,

        @Valid @Schema(nullable = true) @Nullable Target target) {

    public Rule {
        requiredSkills = requiredSkills == null ? List.of() : requiredSkills;
    }
}
