package org.patchbay.calls.engine;

import java.util.List;
import java.util.Set;

/**
 * A call, as far as a media server needs to know it.
 *
 * @param node where it is
 */
public record MediaRoom(long callId, String node, List<MediaLeg> legs) {

    /** How many devices may be in it. */
    public static final int MOST = 12;

    /**
     * A device.
     *
     * @param speaks whether anybody ever hears it in this mode
     * @param hears the legs that it hears and sees
     */
    public record MediaLeg(long id, boolean speaks, Set<Long> hears) {}
}
