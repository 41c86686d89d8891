package org.patchbay.calls.engine;

import java.util.List;
import java.util.Optional;

/**
 * A server that carries sound and pictures. It is told who hears whom, and decides nothing. All but {@link #place} is
 * called outside transactions, any number of times.
 *
 * @see MediaServerException what all of it throws where the server does not answer, or cannot
 */
public interface MediaServer {

    EngineKind kind();

    /** The node for a new room: of those that take any, that with the fewest. Answers at once. */
    Optional<String> place();

    /**
     * Takes what a device sends, in place of what it sent before, and answers its offer.
     *
     * @throws UnusableDescription
     */
    String connect(MediaRoom room, long leg, String offer);

    /** Has everybody hear whom they are to hear, as far as those send already: devices are to answer what it offers. */
    List<MediaOffer> apply(MediaRoom room);

    /**
     * Takes the answer of a device to an offer of {@link #apply}.
     *
     * @throws UnusableDescription
     */
    void answered(MediaRoom room, long listener, long speaker, String answer);

    /** Forgets a connection that does not stand, so that it is offered anew. */
    void drop(MediaRoom room, long listener, long speaker);

    /** Ends a room. */
    void end(MediaRoom room);

    /** Keeps all rooms, and tells those that are lost: they are to be moved. One replica at a time calls it. */
    List<LostRoom> keep();

    /** Forgets a lost room, once its call has moved. */
    void forget(LostRoom lost);

    /**
     * The offer of a connection by which a device hears another.
     *
     * @param listener the leg to which it is made
     * @param speaker the leg that is heard by it
     * @param body a description of a session (SDP)
     */
    record MediaOffer(long listener, long speaker, String body) {}

    /** A room that is not there any more, or not to be reached. */
    record LostRoom(long organisationId, long callId, String node) {}
}
