package org.patchbay.groups;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A member of a group, with their visibility level there. */
@RegisterForReflection
record MemberView(
        @Schema(examples = "3") long groupId,

        @Schema(description = "An agent's is the agent's id", examples = "7")
        long accountId,

        @Schema(examples = "Ada Agent") String name,
        VisibilityLevel sees) {}
