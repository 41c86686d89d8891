package org.patchbay.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.calls.engine.MediaPlace;
import org.patchbay.calls.engine.MediaServer;
import org.patchbay.calls.engine.MediaServer.LostRoom;
import org.patchbay.calls.engine.MediaServers;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.Ticket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;

/**
 * Ends what nobody ends: the parts of those who are gone or not admitted any more, and the calls of tickets that are
 * over or of customers who do not come back. Calls whose media server is lost go on by another.
 */
@ApplicationScoped
class CallCare {

    private final Calls calls;
    private final CallTicket callTicket;
    private final CallMedia media;
    private final MediaServers servers;
    private final Counter moves;

    CallCare(Calls calls, CallTicket callTicket, CallMedia media, MediaServers servers, MeterRegistry registry) {
        this.moves = registry.counter("patchbay.calls.moved");
        this.servers = servers;
        this.calls = calls;
        this.callTicket = callTicket;
        this.media = media;
    }

    /**
     * Looks after a call.
     *
     * @param lostBefore a device that was not heard of since then is gone
     * @param absentBefore a customer who was not there since then does not come back
     */
    void lookAfter(long callId, Instant lostBefore, Instant absentBefore) {
        // Most calls need nothing: they are not locked.
        if (Transactions.inNew(() -> needsCare(callId, lostBefore, absentBefore))) {
            Transactions.inNew(() -> care(LockedCall.live(callId), lostBefore, absentBefore));
            media.apply(callId);
        }
    }

    /** Has something else carry a call whose room is lost: everybody is connected anew. */
    void move(LostRoom lost, MediaServer from) {
        var moved = Transactions.inNew(() -> moved(LockedCall.of(lost.callId()), lost.node()));
        moved.ifPresent(place -> {
            moves.increment();
            Log.warnf("Call %d is not at %s any more, but %s", lost.callId(), lost.node(), place);
        });
        from.forget(lost);
        media.apply(lost.callId());
    }

    /** The place to which a call moved; nothing where it has before. */
    private Optional<MediaPlace> moved(LockedCall locked, String from) {
        var call = locked.call();
        if (!call.isLive() || !from.equals(call.node)) {
            return Optional.empty();
        }
        var place = servers.place();
        call.moveTo(place);
        locked.changed(Leg.liveOf(call.id));
        return Optional.of(place);
    }

    private boolean needsCare(long callId, Instant lostBefore, Instant absentBefore) {
        var call = Call.<Call>findById(callId);
        var ticket = Ticket.<Ticket>findById(call.ticketId);
        var legs = Leg.of(callId);
        return call.isLive()
                && (endOf(call, ticket, legs, absentBefore) != null
                        || legs.stream()
                                .filter(Leg::isLive)
                                .anyMatch(leg -> leg.seenAt.isBefore(lostBefore)
                                        || !callTicket.roleNow(leg, ticket).equals(Optional.of(leg.role))));
    }

    private void care(LockedCall locked, Instant lostBefore, Instant absentBefore) {
        var call = locked.call();
        var ticket = locked.ticket();
        var legs = Leg.of(call.id);
        var end = endOf(call, ticket, legs, absentBefore);
        if (end != null) {
            calls.end(call, ticket, end, null);
            return;
        }
        var live = legs.stream().filter(Leg::isLive).toList();
        live.forEach(leg -> care(leg, ticket, lostBefore));
        locked.changed(live);
    }

    private void care(Leg leg, Ticket ticket, Instant lostBefore) {
        var role = callTicket.roleNow(leg, ticket);
        if (leg.seenAt.isBefore(lostBefore)) {
            leg.end(LegEnd.LOST);
        } else if (role.isEmpty()) {
            leg.end(LegEnd.NOT_ADMITTED);
        } else {
            leg.hasRole(role.get());
        }
    }

    /** The reason for which a call is over; null where it is not. */
    private static @Nullable CallEnd endOf(Call call, Ticket ticket, List<Leg> legs, Instant absentBefore) {
        if (!ticket.status().isLive()) {
            return CallEnd.TICKET_OVER;
        }
        return lastPresent(call, legs).isBefore(absentBefore) ? CallEnd.LOST : null;
    }

    /** The time when the customer was last in the call: now, where they are; its beginning, where they never were. */
    private static Instant lastPresent(Call call, List<Leg> legs) {
        return legs.stream()
                .filter(leg -> leg.role == LegRole.CUSTOMER)
                .map(leg -> leg.endedAt == null ? Times.now() : leg.endedAt)
                .max(Instant::compareTo)
                .orElse(call.startedAt);
    }
}
