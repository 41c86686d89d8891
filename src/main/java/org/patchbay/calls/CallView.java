package org.patchbay.calls;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.calls.engine.EngineKind;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A call as clients see it. */
@RegisterForReflection
public record CallView(
        @Schema(examples = "31") long id,
        @Schema(examples = "4711") long ticketId,
        @Schema(examples = "4711") long conversationId,
        CallKind kind,
        EngineKind engine,
        CallState state,

        @Schema(description = "Whether the customer called; else the house did")
        boolean byCustomer,

        @Schema(description = "Whether the customer hears music, and nobody hears them")
        boolean onHold,

        Instant startedAt,

        @Schema(description = "When the customer and somebody of staff were first in it together", nullable = true)
        @Nullable
        Instant answeredAt,

        @Schema(nullable = true) @Nullable Instant endedAt,
        @Schema(nullable = true) @Nullable CallEnd endedBy,

        @Schema(description = "Those who are in it, or were once it is over, as far as one may know of them")
        List<LegView> legs) {}
