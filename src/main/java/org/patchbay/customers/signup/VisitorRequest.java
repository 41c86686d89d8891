package org.patchbay.customers.signup;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who wants to talk without an account of their own. */
record VisitorRequest(
        @Size(max = 63)
        @Schema(
                description = "The organisation's slug; needless where the host name tells it",
                examples = "default",
                nullable = true)
        @Nullable
        String organisation,

        @Size(max = 200)
        @Schema(description = "As they want to be called, if they say", examples = "Carla", nullable = true)
        @Nullable
        String name,

        @Schema(
                description = "Whether the page is in a frame of another site; false where absent",
                examples = "true",
                nullable = true)
        Boolean embedded) {

    VisitorRequest {
        embedded = embedded != null && embedded;
    }

    /** Empty where they did not say. */
    String saidName() {
        return name == null ? "" : name.strip();
    }
}
