package org.patchbay.routing.offers;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.routing.assignments.Assignment;

import io.quarkus.runtime.annotations.RegisterForReflection;

import static java.util.Objects.requireNonNull;

/** An offer as its agent sees it. */
@RegisterForReflection
record OfferView(
        @Schema(examples = "815") long id,
        @Schema(examples = "4711") long ticketId,
        State state,
        Instant offeredAt,

        @Schema(description = "Unanswered it is gone then, and the ticket goes to somebody else")
        Instant expiresAt,

        @Schema(description = "When it was accepted, declined, taken back or gone", nullable = true) @Nullable
        Instant endedAt) {

    /** The state of an offer. */
    enum State {
        OFFERED,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        /** Taken back: the ticket was cancelled or given to another agent, or the agent left. */
        REVOKED
    }

    static OfferView of(Assignment offer) {
        var accepted = offer.acceptedAt != null;
        var state = accepted
                ? State.ACCEPTED
                : switch (offer.status) {
                    case OFFERED -> State.OFFERED;
                    case DECLINED -> State.DECLINED;
                    case EXPIRED -> State.EXPIRED;
                    case ACTIVE, RELEASED, COMPLETED -> State.REVOKED;
                };
        return new OfferView(
                offer.id,
                offer.ticketId,
                state,
                offer.assignedAt,
                requireNonNull(offer.expiresAt),
                accepted ? offer.acceptedAt : offer.endedAt);
    }
}
