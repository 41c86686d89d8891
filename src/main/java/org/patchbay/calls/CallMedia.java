package org.patchbay.calls;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.calls.engine.EngineKind;
import org.patchbay.calls.engine.MediaRoom;
import org.patchbay.calls.engine.MediaServer;
import org.patchbay.calls.engine.MediaServer.MediaOffer;
import org.patchbay.calls.engine.MediaServerException;
import org.patchbay.calls.engine.MediaServers;
import org.patchbay.calls.engine.UnusableDescription;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;

/**
 * Tells media servers how calls are. None of it is called in a transaction: a server may be slow, or dead. The next
 * report of a device makes good what was not done.
 */
@ApplicationScoped
class CallMedia {

    private final MediaServers servers;

    /** A call, and the server that carries it. */
    private record Carried(EngineKind by, MediaRoom room) {

        /** Null where the browsers carry it among themselves. */
        static @Nullable Carried of(long callId) {
            var call = Call.<Call>findById(callId);
            var node = call.node;
            return node == null ? null : new Carried(call.engine, CallMedia.room(call, node));
        }
    }

    CallMedia(MediaServers servers) {
        this.servers = servers;
    }

    /** Has the server of a call make it so. The room is read anew: others may have changed it meanwhile. */
    void apply(long callId) {
        withServer(callId, (server, room) -> {
            if (room.legs().isEmpty()) {
                server.end(room);
                return;
            }
            var offers = server.apply(room);
            if (!offers.isEmpty()) {
                Transactions.inNew(() -> offer(callId, offers));
            }
        });
    }

    private static void offer(long callId, List<MediaOffer> offers) {
        var call = LockedCall.live(callId).call();
        var legs = Leg.liveOf(callId);
        for (var offer : offers) {
            Signals.add(call, offer.speaker(), offer.listener(), SignalType.OFFER, offer.body());
        }
        var listeners = offers.stream().map(MediaOffer::listener).collect(Collectors.toSet());
        LockedCall.tell(
                call, legs.stream().filter(leg -> listeners.contains(leg.id)).toList());
    }

    /**
     * Takes what a device tells the server.
     *
     * @throws HttpProblem {@code bad-request} where it is no description of a session
     */
    void take(long callId, long legId, SignalRequest signal) {
        withServer(callId, (server, room) -> {
            switch (signal.type()) {
                case OFFER -> {
                    var answer = server.connect(room, legId, signal.body());
                    Transactions.inNew(
                            () -> Signals.add(LockedCall.live(callId).call(), 0, legId, SignalType.ANSWER, answer));
                }
                case ANSWER -> server.answered(room, legId, signal.to(), signal.body());
                case RESTART -> server.drop(room, legId, signal.to());
            }
        });
        if (signal.type() != SignalType.ANSWER) {
            apply(callId);
        }
    }

    private void withServer(long callId, BiConsumer<MediaServer, MediaRoom> work) {
        var carried = Transactions.inNew(() -> Carried.of(callId));
        if (carried != null) {
            try {
                work.accept(servers.of(carried.by()), carried.room());
            } catch (UnusableDescription e) {
                Log.debugf(e, "A device in call %d", callId);
                throw ProblemType.BAD_REQUEST.because(CallWords.NO_DESCRIPTION);
            } catch (MediaServerException e) {
                Log.warnf("Call %d could not be told to its media server, and is again: %s", callId, e.getMessage());
            }
        }
    }

    private static MediaRoom room(Call call, String node) {
        var legs = Leg.liveOf(call.id);
        return new MediaRoom(
                call.id,
                node,
                legs.stream()
                        .map(leg -> new MediaRoom.MediaLeg(
                                leg.id, leg.mode != LegMode.LISTEN, heardBy(leg, legs, call.onHold)))
                        .toList());
    }

    private static Set<Long> heardBy(Leg leg, List<Leg> all, boolean onHold) {
        return all.stream()
                .filter(other -> Hearing.hears(leg.part(), other.part(), onHold))
                .map(other -> other.id)
                .collect(Collectors.toSet());
    }
}
