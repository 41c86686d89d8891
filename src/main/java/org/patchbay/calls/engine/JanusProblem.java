package org.patchbay.calls.engine;

import java.io.Serial;
import java.util.Set;

/** Janus refuses something. Codes are those of {@code apierror.h} and of {@code janus_videoroom.c}. */
class JanusProblem extends MediaServerException {

    private static final int UNKNOWN_SESSION = 458;
    private static final int UNKNOWN_HANDLE = 459;
    private static final int UNKNOWN_ROOM = 426;
    private static final int KNOWN_ROOM = 427;
    private static final int UNKNOWN_FEED = 428;

    /** Of {@code apierror.h}: the type, the description, what it lacks, and answers to no offer; then of the room. */
    private static final Set<Integer> OF_DESCRIPTION = Set.of(464, 465, 467, 469, 471, 431, 437);

    @Serial
    private static final long serialVersionUID = 1;

    private final int code;

    JanusProblem(int code, Object detail) {
        super("Janus refuses: " + detail);
        this.code = code;
    }

    /** Whether the session is over, as all are when Janus began anew. */
    boolean isUnknownSession() {
        return code == UNKNOWN_SESSION || code == UNKNOWN_HANDLE;
    }

    boolean isOfDescription() {
        return OF_DESCRIPTION.contains(code);
    }

    boolean isKnownRoom() {
        return code == KNOWN_ROOM;
    }

    boolean isUnknownRoom() {
        return code == UNKNOWN_ROOM;
    }

    /** Whether nothing comes yet of what is to be heard. */
    boolean isUnknownFeed() {
        return code == UNKNOWN_FEED;
    }
}
