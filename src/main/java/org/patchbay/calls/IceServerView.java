package org.patchbay.calls;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A server that helps devices to find a way to each other, as `RTCPeerConnection` takes it. */
@RegisterForReflection
public record IceServerView(
        @Schema(examples = "[\"turn:turn.example.org:3478\"]")
        List<String> urls,

        @Schema(description = "Holds for ten minutes", nullable = true) @Nullable
        String username,

        @Schema(nullable = true) @Nullable String credential) {}
