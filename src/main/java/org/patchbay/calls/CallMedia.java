package org.patchbay.calls;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.calls.engine.MediaEngines;
import org.patchbay.calls.engine.MediaRoom;
import org.patchbay.shared.persistence.Transactions;

/** Tells media engines how calls are. Nothing here is called in a transaction: an engine may be slow, or dead. */
@ApplicationScoped
class CallMedia {

    private final MediaEngines engines;

    CallMedia(MediaEngines engines) {
        this.engines = engines;
    }

    /** Has the engine make it so. The room is read anew: others may have changed it meanwhile. */
    void apply(long callId) {
        var call = Transactions.inNew(() -> Call.<Call>findByIdOptional(callId));
        call.ifPresent(known -> {
            var engine = engines.of(known.engine);
            if (engine.isServer()) {
                var room = room(callId);
                if (known.isLive()) {
                    engine.apply(room);
                } else {
                    engine.end(room);
                }
            }
        });
    }

    /** The server's answer to the offer of a device. */
    Optional<String> answer(long callId, long legId, String offer) {
        var engine = Transactions.inNew(() -> engines.of(Call.<Call>findById(callId).engine));
        return engine.answer(room(callId), legId, offer);
    }

    private static MediaRoom room(long callId) {
        return Transactions.inNew(() -> {
            var call = Call.<Call>findById(callId);
            var legs = Leg.liveOf(callId);
            return new MediaRoom(
                    call.organisationId(),
                    call.id,
                    call.kind == CallKind.VIDEO,
                    call.node,
                    legs.stream()
                            .map(leg -> new MediaRoom.MediaLeg(leg.id, heardBy(leg, legs, call.onHold), leg.muted))
                            .toList());
        });
    }

    private static Set<Long> heardBy(Leg leg, List<Leg> all, boolean onHold) {
        return all.stream()
                .filter(other -> Hearing.hears(leg.part(), other.part(), onHold))
                .map(other -> other.id)
                .collect(Collectors.toSet());
    }
}
