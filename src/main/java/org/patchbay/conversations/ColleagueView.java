package org.patchbay.conversations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Somebody of the staff who may be mentioned. */
@RegisterForReflection
record ColleagueView(
        @Schema(description = "Their account", examples = "12")
        long id,

        @Schema(examples = "Ada Agent") String name) {}
