package org.patchbay.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a look at every entry of a chain found. */
@RegisterForReflection
record ChainVerification(
        @Schema(description = "Entries that were looked at", examples = "1204")
        long entries,

        boolean intact,

        @Schema(nullable = true) Broken firstBroken) {

    /** Why a chain is broken at an entry. */
    enum Reason {
        /** A field was changed: the hash is not that of the fields. */
        CHANGED,
        /** The hash of the entry before is another than this one was appended to: one of the two was written anew. */
        PREDECESSOR_CHANGED,
        /** There is no entry of this number, and there was one. */
        MISSING,
        /** The last entry is not the one that was appended last. */
        END_CHANGED,
        /** The entry was not appended by Patchbay. */
        ADDED
    }

    /** Where a chain is broken first. */
    @RegisterForReflection
    record Broken(
            @Schema(examples = "17") long number,

            @Schema(description = "Absent where the entry is missing", examples = "90210", nullable = true)
            Long id,

            Reason reason) {}

    static ChainVerification intact(long entries) {
        return new ChainVerification(entries, true, null);
    }

    static ChainVerification broken(long entries, long number, Long id, Reason reason) {
        return new ChainVerification(entries, false, new Broken(number, id, reason));
    }
}
