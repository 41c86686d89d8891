package org.patchbay.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.patchbay.groups.Memberships;
import org.patchbay.identity.Bearer;
import org.patchbay.identity.Bearers;
import org.patchbay.shared.BuiltPages;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Tenancy;
import org.patchbay.shared.Times;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;

/** All who listen on this replica. */
@ApplicationScoped
class Listeners {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Map<Long, Room> rooms = new ConcurrentHashMap<>();
    private final FeedStore store;
    private final FeedConfig config;
    private final FeedMetrics metrics;
    private final Bearers bearers;
    private final Memberships memberships;
    private final Tenancy tenancy;
    private final ObjectMapper json;
    private final Alarm alarm;
    private final String pagesOrNull;
    private volatile boolean leaving;

    Listeners(
            FeedStore store,
            FeedConfig config,
            FeedMetrics metrics,
            Bearers bearers,
            Memberships memberships,
            Tenancy tenancy,
            ObjectMapper json,
            Alarm alarm,
            BuiltPages pages) {
        this.store = store;
        this.config = config;
        this.metrics = metrics;
        this.bearers = bearers;
        this.memberships = memberships;
        this.tenancy = tenancy;
        this.json = json;
        this.alarm = alarm;
        pagesOrNull = pages.version().orElse(null);
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code too-many-requests} where the account listens enough
     */
    void checkRoomFor(Bearer bearer) {
        long account = bearer.actor().accountId();
        long open = room(bearer).listeners().stream()
                .filter(listener -> listener.bearer().actor().accountId() == account && !listener.isGone())
                .count();
        if (open >= config.perAccount()) {
            throw ProblemType.TOO_MANY_REQUESTS.because("This account has " + open + " open connections here.");
        }
    }

    /**
     * Has somebody hear what happens, whom the caller has admitted.
     *
     * @param after the last number they heard; null for from now on
     */
    Listener join(Bearer bearer, Line line, Long after) {
        long asOf = System.nanoTime();
        var sight = tenancy.in(bearer.actor().organisationId(), () -> memberships.sightOf(bearer.actor()));
        var listener = new Listener(bearer, sight, line, after);
        listener.sees(sight, asOf);
        room(bearer).listeners().add(listener);
        metrics.joined();
        if (leaving) {
            listener.end(Line.End.GOING_AWAY);
        }
        alarm.ring();
        return listener;
    }

    private Room room(Bearer bearer) {
        return rooms.computeIfAbsent(
                bearer.actor().organisationId(),
                organisation -> new Room(organisation, store, this::text, pagesOrNull));
    }

    private String text(FeedMessage message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return whether there is more to tell now */
    boolean serve() {
        var occupied = new HashMap<Long, Room>();
        rooms.forEach((organisation, room) -> {
            if (room.listeners().isEmpty()) {
                room.forget();
            } else {
                occupied.put(organisation, room);
            }
        });
        if (occupied.isEmpty()) {
            return false;
        }
        var lastNumbers = store.lastNumbers(occupied.keySet());
        var now = Times.now();
        boolean more = false;
        for (var room : occupied.entrySet()) {
            more |= serve(room.getValue(), lastNumbers.getOrDefault(room.getKey(), 0L), now);
        }
        return more;
    }

    private boolean serve(Room room, long last, Instant now) {
        for (var event : room.readUpTo(last)) {
            metrics.told(Duration.between(event.at(), now));
        }
        boolean more = false;
        for (var listener : room.listeners()) {
            listener.endIfOver(now, config);
            if (listener.isGone()) {
                room.listeners().remove(listener);
                metrics.left();
            } else {
                more |= listener.serve(room, config);
                listener.beatIfSilent(HEARTBEAT);
            }
        }
        return more;
    }

    /** Looks again who may still listen, and to what. */
    void review() {
        rooms.forEach((organisation, room) -> {
            var present = List.copyOf(room.listeners());
            if (!present.isEmpty()) {
                try {
                    tenancy.in(organisation, () -> review(present));
                } catch (RuntimeException e) {
                    // They are told nothing until it works again.
                    Log.warnf(e, "Who listens in organisation %d could not be looked at", organisation);
                }
            }
        });
    }

    private void review(Collection<Listener> present) {
        long asOf = System.nanoTime();
        var refused = bearers.refused(
                present.stream().map(Listener::bearer).distinct().toList());
        var sights = memberships.sightsOf(
                present.stream().map(listener -> listener.bearer().actor()).collect(Collectors.toSet()));
        for (var listener : present) {
            var why = refused.get(listener.bearer());
            if (why == null) {
                listener.sees(sights.get(listener.bearer().actor()), asOf);
            } else {
                listener.end(why == ProblemType.ORGANISATION_SUSPENDED ? Line.End.SUSPENDED : Line.End.SIGNED_OUT);
            }
        }
    }

    /** Their bearers, of all organisations. */
    List<Bearer> present() {
        return rooms.values().stream()
                .flatMap(room -> room.listeners().stream())
                .map(Listener::bearer)
                .toList();
    }

    /** Before others wait for what is under way: who listens is sent to another replica. */
    void leave(@Observes @Priority(0) ShutdownDelayInitiatedEvent event) {
        leaving = true;
        rooms.values().forEach(room -> room.listeners().forEach(listener -> listener.end(Line.End.GOING_AWAY)));
    }
}
