package org.patchbay.calls;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A signal of another device. */
@RegisterForReflection
public record SignalView(
        @Schema(description = "Ascends within the call", examples = "3")
        long number,

        @Schema(description = "The leg that tells it; 0 for the server", examples = "8")
        long from,

        SignalType type,

        @Schema(description = "A description of a session (SDP); empty with RESTART")
        String body) {}
