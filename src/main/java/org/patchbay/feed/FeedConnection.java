package org.patchbay.feed;

import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/** The connection to one client. Called by one thread at a time. */
interface FeedConnection {

    /** Why we end a connection. */
    enum End {
        /** The token or the session ended, or the account is gone. */
        SIGNED_OUT(4401),
        SUSPENDED(4403),
        TOO_SLOW(4408),
        GOING_AWAY(1001);

        private final int code;

        End(int code) {
            this.code = code;
        }

        /** The close code of WebSockets (RFC 6455, section 7.4). */
        int code() {
            return code;
        }
    }

    /**
     * @param number null where the message is live only
     * @return done when the message is under way, failed where it cannot be sent
     */
    CompletionStage<?> send(String type, @Nullable Long number, String json);

    boolean isOpen();

    /** Keeps proxies from taking the connection for dead. */
    void beat();

    void end(End why);
}
