package org.patchbay.calls;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** All that a device needs to know of its part in a call. */
@RegisterForReflection
public record LegState(
        LegView leg,
        CallView call,

        @Schema(description = "The devices to be connected with now; connections with others end")
        List<PeerView> peers,

        @Schema(description = "What they told since `after`")
        List<SignalView> signals,

        List<IceServerView> iceServers) {}
