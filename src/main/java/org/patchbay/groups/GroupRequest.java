package org.patchbay.groups;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group and its place in the tree. */
record GroupRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Berlin")
        String name,

        @Schema(description = "The root where absent", examples = "1", nullable = true) @Nullable
        Long parentId) {}
