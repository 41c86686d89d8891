package org.patchbay.sso;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.groups.VisibilityLevel;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A group of the token's owner, with their visibility level there. */
@RegisterForReflection
record MappedGroup(
        @Schema(examples = "17") long groupId, @NotNull VisibilityLevel sees) {}
