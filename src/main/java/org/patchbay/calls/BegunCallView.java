package org.patchbay.calls;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The fate of a customer's wish to call. */
@RegisterForReflection
public record BegunCallView(
        @Schema(examples = "4711") long ticketId,

        @Schema(description = "Whether the house calls back, because the queue is closed or full: there is no call now")
        boolean callback,

        @Schema(nullable = true) @Nullable CallView call) {}
