package org.patchbay.customers.merges;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.OfCustomer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A merge of two customers as clients see it. */
@RegisterForReflection
record MergeView(
        @Schema(examples = "3") long id,

        @Schema(description = "The customer who has it all", examples = "12")
        long customerId,

        @Schema(description = "The one who was merged into them", examples = "13")
        long mergedId,

        @Schema(examples = "C. Customer", nullable = true) @Nullable
        String mergedName,

        @Schema(description = "How many tickets became theirs", examples = "2")
        int tickets,

        @Schema(description = "How many orders became theirs", examples = "1")
        int orders,

        @Schema(description = "The account", examples = "7") long mergedBy,
        @Schema(examples = "Ada") String mergedByName,
        Instant mergedAt,
        @Schema(description = "Until then it can be undone") Instant undoableUntil)
        implements OfCustomer {

    static MergeView of(Merge merge, @Nullable String mergedName, Duration undoable) {
        return new MergeView(
                merge.id,
                merge.customerId,
                merge.mergedId,
                mergedName,
                merge.moved.tickets().size(),
                merge.moved.orders().size(),
                merge.mergedBy,
                merge.mergedByName,
                merge.mergedAt,
                merge.mergedAt.plus(undoable));
    }
}
