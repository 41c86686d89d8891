package org.patchbay.supervision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.CallView;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A call that goes on, as supervisors see it. */
@RegisterForReflection
record CallOnFloor(
        CallView call,
        @Schema(examples = "2") long queueId,

        @Schema(description = "Who holds its ticket; absent while nobody does", examples = "7", nullable = true)
        @Nullable
        Long agentId,

        @Schema(description = "Whether it is recorded just now")
        boolean recorded) {}
