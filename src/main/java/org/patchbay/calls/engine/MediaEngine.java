package org.patchbay.calls.engine;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Carries sound and pictures. It is told who hears whom, and decides nothing. */
public interface MediaEngine {

    EngineKind kind();

    /** Whether devices are connected with a server; else with one another. */
    boolean isServer();

    /** The node for a new room; null where the engine has none. */
    @Nullable
    String place();

    /** Answers the offer of a device; nothing where another device does. Called outside transactions. */
    Optional<String> answer(MediaRoom room, long leg, String offer);

    /** Has everybody hear whom they are to hear. Any number of times, outside transactions. */
    void apply(MediaRoom room);

    /** Ends a room. Any number of times, outside transactions. */
    void end(MediaRoom room);
}
