package org.patchbay.calls.engine;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A call, as far as a media engine needs to know it.
 *
 * @param node where it is; null where the engine has none
 */
public record MediaRoom(
        long organisationId,
        long callId,
        boolean video,
        @Nullable String node,
        List<MediaLeg> legs) {

    /**
     * A device.
     *
     * @param hears the legs that it hears and sees
     * @param muted whether nobody hears it
     */
    public record MediaLeg(long id, Set<Long> hears, boolean muted) {}
}
