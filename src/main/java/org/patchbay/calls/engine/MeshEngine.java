package org.patchbay.calls.engine;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/** The browsers among themselves: each is told with which others to be connected, and does it. */
@ApplicationScoped
class MeshEngine implements MediaEngine {

    @Override
    public EngineKind kind() {
        return EngineKind.MESH;
    }

    @Override
    public boolean isServer() {
        return false;
    }

    @Override
    public @Nullable String place() {
        return null;
    }

    @Override
    public Optional<String> answer(MediaRoom room, long leg, String offer) {
        return Optional.empty();
    }

    @Override
    public void apply(MediaRoom room) {
        // The browsers do.
    }

    @Override
    public void end(MediaRoom room) {
        // The browsers do.
    }
}
