package org.patchbay.agents.reasons;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A reason as clients see it. */
@RegisterForReflection
record PresenceReasonView(
        @Schema(examples = "2") long id,
        @Schema(examples = "Lunch") String name,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    static PresenceReasonView of(PresenceReason reason) {
        return new PresenceReasonView(reason.id, reason.name, reason.version);
    }
}
