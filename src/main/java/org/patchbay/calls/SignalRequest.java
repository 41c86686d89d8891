package org.patchbay.calls;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A signal of a device to another. */
record SignalRequest(
        @Schema(description = "The leg that is told, one of `peers`; 0 for the server", examples = "8")
        long to,

        @NotNull SignalType type,

        @NotNull
        @Size(max = MOST)
        @Schema(
                description = "A description of a session (SDP) with all candidates; empty with RESTART",
                examples = "v=0...")
        String body) {

    static final int MOST = 64 * 1024;
}
