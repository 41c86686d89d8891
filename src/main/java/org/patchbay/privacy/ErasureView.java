package org.patchbay.privacy;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How far the erasure of a customer is. It tells of nobody. */
@RegisterForReflection
record ErasureView(
        @Schema(examples = "12") long customerId,

        State state,

        @Schema(description = "The account of the admin who asked for it", examples = "2")
        long requestedBy,

        Instant requestedAt,

        @Schema(nullable = true) @Nullable Instant doneAt,

        @Schema(description = "In which what was said was erased so far", examples = "3")
        int tickets,

        @Schema(description = "Whose numbers were erased so far", examples = "2")
        int orders,

        @Schema(description = "Of which was erased so far what they told", examples = "9")
        int auditEntries) {

    /** Whether anything is left to do. */
    enum State {
        RUNNING,
        DONE
    }

    static ErasureView of(Erasure erasure) {
        return new ErasureView(
                erasure.customerId,
                erasure.isDone() ? State.DONE : State.RUNNING,
                erasure.requestedBy,
                erasure.requestedAt,
                erasure.doneAt,
                erasure.tickets,
                erasure.orders,
                erasure.auditEntries);
    }
}
