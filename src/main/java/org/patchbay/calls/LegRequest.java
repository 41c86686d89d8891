package org.patchbay.calls;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A wish to take part in a call. */
record LegRequest(
        @Schema(description = "TALK where absent; LISTEN and WHISPER are for supervisors", nullable = true)
        LegMode mode) {

    LegRequest {
        mode = mode == null ? LegMode.TALK : mode;
    }
}
