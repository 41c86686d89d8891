package org.patchbay.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.patchbay.groups.Visibility;
import org.patchbay.identity.TokenHolder;

/**
 * One open connection to the feed: its token's holder, the last number told, and their visibility. Served by one
 * thread.
 */
final class Subscription {

    /** The visibility by which an event is told is never older than this. */
    private static final Duration SIGHT_LASTS = Duration.ofSeconds(5);

    private final TokenHolder holder;
    private final FeedConnection connection;
    private final @Nullable Long after;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean gone;
    private volatile SeenAs looked;
    private boolean greeted;
    private long heard;
    private long stuckSince;
    private long lastSent = System.nanoTime();

    /** A visibility, and the time at which it held. */
    private record SeenAs(Visibility visibility, long at) {}

    /** @param after the last number heard before; null to begin now */
    Subscription(TokenHolder holder, Visibility visibility, FeedConnection connection, @Nullable Long after) {
        this.holder = holder;
        this.connection = connection;
        this.after = after;
        sees(visibility, System.nanoTime());
    }

    TokenHolder holder() {
        return holder;
    }

    /** @param asOf by the clock of {@link System#nanoTime} */
    void sees(Visibility visibility, long asOf) {
        looked = new SeenAs(visibility, asOf);
    }

    boolean isGone() {
        return gone || !connection.isOpen();
    }

    void end(FeedConnection.End why) {
        gone = true;
        connection.end(why);
    }

    void endIfOver(Instant now, FeedConfig config) {
        if (!holder.until().isAfter(now)) {
            end(FeedConnection.End.SIGNED_OUT);
        } else if (underWay.get() < config.window()) {
            stuckSince = 0;
        } else if (stuckSince == 0) {
            stuckSince = System.nanoTime();
        } else if (System.nanoTime() - stuckSince > config.patience().toNanos()) {
            end(FeedConnection.End.TOO_SLOW);
        }
    }

    void beatIfSilent(Duration interval) {
        if (System.nanoTime() - lastSent > interval.toNanos()) {
            lastSent = System.nanoTime();
            connection.beat();
        }
    }

    /**
     * Tells the next events.
     *
     * @return whether there is more to tell now
     */
    boolean serve(RecentEvents recent, FeedConfig config) {
        if (!greeted) {
            greet(recent, config);
        }
        if (heard == recent.last() || !mayHear(config)) {
            return false;
        }
        var next = recent.after(heard);
        if (next.isEmpty()) {
            startAnew(recent);
            return false;
        }
        tell(next, config);
        return heard < recent.last() && mayHear(config);
    }

    private boolean mayHear(FeedConfig config) {
        return !isGone() && underWay.get() < config.window() && System.nanoTime() - looked.at() < SIGHT_LASTS.toNanos();
    }

    private void greet(RecentEvents recent, FeedConfig config) {
        greeted = true;
        if (after != null && (after > recent.last() || recent.last() - after > config.catchUp())) {
            startAnew(recent);
        } else {
            heard = after == null ? recent.last() : after;
            send(FeedMessage.HELLO, heard, recent.greeting(FeedMessage.HELLO, heard));
        }
    }

    /** Nobody knows any more what they missed. */
    private void startAnew(RecentEvents recent) {
        heard = recent.last();
        send(FeedMessage.RESET, heard, recent.greeting(FeedMessage.RESET, heard));
    }

    private void tell(List<RecentEvents.NumberedEvent> events, FeedConfig config) {
        var visibility = looked.visibility();
        for (var told : events) {
            if (isGone() || underWay.get() >= config.window()) {
                return;
            }
            heard = told.event().number();
            if (told.event().isSeenBy(holder, visibility)) {
                send(told.event().type(), heard, told.json());
            }
        }
    }

    /** Tells what nobody keeps; who is behind with events misses it. */
    void tellLive(List<LiveNews> news, FeedConfig config) {
        for (var each : news) {
            if (!mayHear(config)) {
                return;
            }
            var json = each.textFor(holder.actor(), looked.visibility());
            if (json != null) {
                send(each.type(), null, json);
            }
        }
    }

    private void send(String type, @Nullable Long number, String json) {
        lastSent = System.nanoTime();
        underWay.incrementAndGet();
        connection.send(type, number, json).whenComplete((done, failure) -> {
            underWay.decrementAndGet();
            if (failure != null) {
                // The send failed because the client is gone.
                gone = true;
                if (connection.isOpen()) {
                    connection.end(FeedConnection.End.GOING_AWAY);
                }
            }
        });
    }
}
