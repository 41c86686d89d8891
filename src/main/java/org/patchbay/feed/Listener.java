package org.patchbay.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.patchbay.groups.Sight;
import org.patchbay.identity.Bearer;

/** One open connection: who listens, up to where they heard, and what they see. Served by one thread. */
final class Listener {

    /** What somebody may see now is never older than this when they are told something. */
    private static final Duration SIGHT_LASTS = Duration.ofSeconds(5);

    private final Bearer bearer;
    private final Line line;
    private final Long after;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean gone;
    private volatile Looked looked;
    private boolean greeted;
    private long heard;
    private long stuckSince;
    private long lastSent = System.nanoTime();

    /** What they see, as it was at a time. */
    private record Looked(Sight sight, long at) {}

    /** @param after the last number they heard before; null for from now on */
    Listener(Bearer bearer, Sight sight, Line line, Long after) {
        this.bearer = bearer;
        this.line = line;
        this.after = after;
        sees(sight, System.nanoTime());
    }

    Bearer bearer() {
        return bearer;
    }

    /** @param asOf by the clock of {@link System#nanoTime} */
    void sees(Sight sight, long asOf) {
        looked = new Looked(sight, asOf);
    }

    boolean isGone() {
        return gone || !line.isOpen();
    }

    void end(Line.End why) {
        gone = true;
        line.end(why);
    }

    void endIfOver(Instant now, FeedConfig config) {
        if (!bearer.until().isAfter(now)) {
            end(Line.End.SIGNED_OUT);
        } else if (underWay.get() < config.window()) {
            stuckSince = 0;
        } else if (stuckSince == 0) {
            stuckSince = System.nanoTime();
        } else if (System.nanoTime() - stuckSince > config.patience().toNanos()) {
            end(Line.End.TOO_SLOW);
        }
    }

    void beatIfSilent(Duration interval) {
        if (System.nanoTime() - lastSent > interval.toNanos()) {
            lastSent = System.nanoTime();
            line.beat();
        }
    }

    /**
     * Tells what they have not heard.
     *
     * @return whether there is more to tell them now
     */
    boolean serve(Room room, FeedConfig config) {
        if (!greeted) {
            greet(room, config);
        }
        if (heard == room.last() || !mayHear(config)) {
            return false;
        }
        var next = room.after(heard);
        if (next.isEmpty() || next.getFirst().event().number() != heard + 1) {
            startAnew(room);
            return false;
        }
        tell(next, config);
        return heard < room.last() && mayHear(config);
    }

    private boolean mayHear(FeedConfig config) {
        return !isGone() && underWay.get() < config.window() && System.nanoTime() - looked.at() < SIGHT_LASTS.toNanos();
    }

    private void greet(Room room, FeedConfig config) {
        greeted = true;
        if (after != null && (after > room.last() || room.last() - after > config.catchUp())) {
            startAnew(room);
        } else {
            heard = after == null ? room.last() : after;
            send(FeedMessage.HELLO, heard, room.greeting(FeedMessage.HELLO, heard));
        }
    }

    /** What they missed is not known any more. */
    private void startAnew(Room room) {
        heard = room.last();
        send(FeedMessage.RESET, heard, room.greeting(FeedMessage.RESET, heard));
    }

    private void tell(List<Room.Told> events, FeedConfig config) {
        var sight = looked.sight();
        for (var told : events) {
            if (isGone() || underWay.get() >= config.window()) {
                return;
            }
            heard = told.event().number();
            if (told.event().isSeenBy(bearer, sight)) {
                send(told.event().type(), heard, told.json());
            }
        }
    }

    private void send(String type, long number, String json) {
        lastSent = System.nanoTime();
        underWay.incrementAndGet();
        line.send(type, number, json).whenComplete((done, failure) -> {
            underWay.decrementAndGet();
            if (failure != null) {
                // Where it failed at the other end, there is nobody left to tell.
                gone = true;
                if (line.isOpen()) {
                    line.end(Line.End.GOING_AWAY);
                }
            }
        });
    }
}
