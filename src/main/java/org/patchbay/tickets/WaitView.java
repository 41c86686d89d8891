package org.patchbay.tickets;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How long a ticket may still wait. */
@RegisterForReflection
public record WaitView(
        @Schema(
                description = "Its place in its queue, from 1; absent where it does not wait, or is far behind",
                examples = "3",
                nullable = true)
        @Nullable
        Integer position,

        @Schema(
                description = "An estimate, in whole minutes, by how many left the queue lately; absent where too few"
                        + " did, or the queue is closed",
                examples = "180",
                nullable = true)
        @Nullable
        Long expectedSeconds,

        @Schema(
                description = "The bot that answers meanwhile, by its name; absent where people do",
                examples = "Botty",
                nullable = true)
        @Nullable
        String bot) {

    static final WaitView UNKNOWN = new WaitView(null, null, null);
}
