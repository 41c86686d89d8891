package org.patchbay.customers.blocks;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.OfCustomer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A block as staff sees it. */
@RegisterForReflection
record BlockView(
        @Schema(examples = "12") long customerId,

        @Schema(examples = "Carla Customer", nullable = true) @Nullable
        String customerName,

        @Schema(examples = "Threatened an agent") String reason,

        @Schema(description = "Absent where it has no end", nullable = true) @Nullable
        Instant until,

        @Schema(description = "How many networks let no visitors in meanwhile", examples = "1")
        long networks,

        @Schema(description = "The account", examples = "7") long blockedBy,
        @Schema(examples = "Ada") String blockedByName,
        Instant createdAt)
        implements OfCustomer {

    static BlockView of(Block block, @Nullable String customerName) {
        return new BlockView(
                block.customerId,
                customerName,
                block.reason,
                block.endsAt,
                BlockedNetwork.countOf(block.id),
                block.blockedBy,
                block.blockedByName,
                block.createdAt);
    }
}
