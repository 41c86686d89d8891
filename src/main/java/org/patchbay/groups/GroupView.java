package org.patchbay.groups;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A group as clients see it. */
@RegisterForReflection
record GroupView(
        @Schema(examples = "3") long id,

        @Schema(description = "Absent for the root, which is the organisation itself", examples = "1", nullable = true)
        @Nullable
        Long parentId,

        @Schema(examples = "Berlin") String name,
        Instant createdAt,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    static GroupView of(Group group) {
        return new GroupView(group.id, group.parentId, group.name, group.createdAt, group.version);
    }
}
