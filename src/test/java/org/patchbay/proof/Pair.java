package org.patchbay.proof;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.awaitility.core.ConditionTimeoutException;
import org.patchbay.testing.Replica;
import org.patchbay.testing.Servers;
import org.patchbay.testing.TcpProxy;
import org.patchbay.testing.TestDatabase;

/**
 * Two replicas that all proofs share, since their starts take longest. Nothing sweeps: messages and matchers alone must
 * leave nothing behind. They end with the JVM, or when a proof wants the database for itself.
 */
public final class Pair {

    /**
     * The {@link org.junit.jupiter.api.Order} of classes with replicas of their own, which the shared ones would
     * disturb.
     */
    static final int BEFORE = 1;

    private static final Map<String, String> SETTINGS = Map.of(
            "patchbay.assignment.sweep-every", "off",
            // A proof at its full size takes longer than a token lives.
            "patchbay.auth.token-lifetime", "PT12H",
            "quarkus.http.proxy.proxy-address-forwarding", "true",
            "quarkus.http.proxy.enable-forwarded-host", "true");

    private static Pair shared;

    private final TcpProxy incoming = new TcpProxy(Servers.amqpHost(), Servers.amqpPort());
    private final TcpProxy outgoing = new TcpProxy(Servers.amqpHost(), Servers.amqpPort());
    private final MailServer mails = new MailServer();
    private Replica left;
    private Replica right;

    private Pair() {
        start();
    }

    /** Both at work, with an empty database but for the rows of the first start. */
    public static Pair fresh() {
        if (shared != null && !(shared.left.isAlive() && shared.right.isAlive())) {
            stop();
        }
        if (shared == null) {
            Replicas.cleanDatabase();
            shared = new Pair();
        } else {
            shared.incoming.restore();
            shared.outgoing.restore();
            TestDatabase.empty();
        }
        return shared;
    }

    /** Ends them, if they run: the next proof that wants them starts them anew. */
    static void stop() {
        if (shared != null) {
            shared.end();
            shared.incoming.close();
            shared.outgoing.close();
            shared.mails.close();
            shared = null;
        }
    }

    public Replica left() {
        return left;
    }

    public Replica right() {
        return right;
    }

    List<Replica> both() {
        return List.of(left, right);
    }

    List<URI> uris() {
        return List.of(left.uri(), right.uri());
    }

    /** The proxy between the broker and its receivers. */
    TcpProxy incoming() {
        return incoming;
    }

    /** The proxy between the broker and its senders. */
    TcpProxy outgoing() {
        return outgoing;
    }

    /** Where all replicas send their mails to. */
    MailServer mails() {
        return mails;
    }

    /** Ends both, and then starts two others over the same data. */
    void restart() {
        end();
        start();
    }

    /** Starts one more replica, over the same data and behind the same proxies. */
    public Replica startOther(String name, Map<String, String> settings) {
        var all = new HashMap<>(SETTINGS);
        all.put("amqp-port", Integer.toString(incoming.port()));
        all.put("mp.messaging.outgoing.assignment-requests.port", Integer.toString(outgoing.port()));
        all.put("amqp-host", "127.0.0.1");
        all.putAll(mails.settings());
        all.putAll(settings);
        return Replica.start(name, all);
    }

    private void start() {
        left = startOther("left", Map.of());
        right = startOther("right", Map.of());
        try {
            left.awaitReady();
            right.awaitReady();
        } catch (IllegalStateException | ConditionTimeoutException e) {
            // One alone would disturb all that follows.
            end();
            throw e;
        }
    }

    private void end() {
        Stream.of(left, right).forEach(Replica::terminate);
        Stream.of(left, right).forEach(Replica::close);
    }
}
