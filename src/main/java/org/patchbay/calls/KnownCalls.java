package org.patchbay.calls;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.tickets.Ticket;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Calls, as features above know them. */
@ApplicationScoped
public class KnownCalls {

    /**
     * A call of a ticket that the current user sees.
     *
     * @param answeredAt null where nobody has answered
     * @param endedAt null while it goes on
     */
    public record KnownCall(
            long id,
            Ticket ticket,
            CallKind kind,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt) {

        public boolean isLive() {
            return endedAt == null;
        }
    }

    /** @throws HttpProblem {@code not-found} where the current user does not see its ticket */
    @Transactional
    public KnownCall read(long id) {
        return known(Call.<Call>findByIdOptional(id).orElseThrow(() -> LockedCall.unknown(id)));
    }

    /** As {@link #read}; the call is locked until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public KnownCall lock(long id) {
        return known(Call.lock(id).orElseThrow(() -> LockedCall.unknown(id)));
    }

    /** Has all who are in a call look at it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tellAll(long id) {
        LockedCall.tell(Call.findById(id), Leg.liveOf(id));
    }

    private static KnownCall known(Call call) {
        return new KnownCall(call.id, Calls.ticketOf(call), call.kind, call.answeredAt, call.endedAt);
    }
}
