package org.patchbay.identity.sessions;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The token that gets the next one. Never logged. */
record Refresh(
        @NotNull
        @Size(max = 200)
        @Schema(description = "The newest of this session; it works once", examples = "mUq3x0bT....Zk81wPq...")
        String refreshToken) {

    @Override
    public String toString() {
        return "Refresh";
    }
}
