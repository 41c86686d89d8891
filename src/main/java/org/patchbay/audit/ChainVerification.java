package org.patchbay.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The result of looking at every entry of a chain. */
@RegisterForReflection
record ChainVerification(
        @Schema(description = "Entries that were looked at", examples = "1204")
        long entries,

        @Schema(description = "Of how many of them what they told of people was erased", examples = "3")
        long erased,

        boolean intact,

        @Schema(nullable = true) @Nullable Broken firstBroken) {

    /** Why a chain is broken at an entry. */
    enum Reason {
        /** A field was changed: the hash is not that of the fields. */
        CHANGED,
        /**
         * The hash of the entry before differs from the one that this entry was appended to: one of the two was
         * rewritten.
         */
        PREDECESSOR_CHANGED,
        /** An entry of this number is missing. */
        MISSING,
        /** The last entry is not the one that was appended last. */
        END_CHANGED,
        /** The entry was not appended by Patchbay. */
        ADDED
    }

    /** The first break of a chain. */
    @RegisterForReflection
    record Broken(
            @Schema(examples = "17") long number,

            @Schema(description = "Absent where the entry is missing", examples = "90210", nullable = true) @Nullable
            Long id,

            Reason reason) {}

    static ChainVerification intact(long entries, long erased) {
        return new ChainVerification(entries, erased, true, null);
    }

    static ChainVerification broken(long entries, long number, @Nullable Long id, Reason reason) {
        return new ChainVerification(entries, 0, false, new Broken(number, id, reason));
    }
}
