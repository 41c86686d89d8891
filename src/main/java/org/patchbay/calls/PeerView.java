package org.patchbay.calls;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Another device that one is to be connected with. */
@RegisterForReflection
public record PeerView(
        @Schema(description = "Its leg; 0 for the server", examples = "8")
        long legId,

        @Schema(description = "Whether one hears and sees it")
        boolean heard,

        @Schema(description = "Whether it is to hear and see one")
        boolean hears,

        @Schema(description = "Whether one passes on to it all that one hears and says")
        boolean relayed,

        @Schema(description = "Whether one is to send the offer; else one waits for it")
        boolean offers,

        @Schema(
                description = "With another number than before, the connection begins anew: something else carries the"
                        + " call",
                examples = "0")
        int moves) {}
