package org.patchbay.feed;

import java.util.concurrent.CompletionStage;

/** The way to one client. Called by one thread at a time. */
interface FeedConnection {

    /** Why a line is ended by us. */
    enum End {
        /** The token ended, or the session, or the account is gone. */
        SIGNED_OUT(4401),
        SUSPENDED(4403),
        TOO_SLOW(4408),
        GOING_AWAY(1001);

        private final int code;

        End(int code) {
            this.code = code;
        }

        /** Of WebSockets (RFC 6455, section 7.4). */
        int code() {
            return code;
        }
    }

    /** @return done when the message is on its way, and failed where it cannot be */
    CompletionStage<?> send(String type, long number, String json);

    boolean isOpen();

    /** Keeps whoever stands between from thinking that nobody is there. */
    void beat();

    void end(End why);
}
