package org.patchbay.replies;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A saved reply as clients see it. */
@RegisterForReflection
record ReplyView(
        @Schema(examples = "5") long id,
        @Schema(examples = "Refund issued") String name,

        @Schema(
                description = "With its placeholders as they are",
                examples = "Dear {customer.name}, we refunded order {order.number}. {agent.name}")
        String text,

        @Schema(description = "Whether everybody of the staff sees it, or its owner alone")
        boolean shared,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    static ReplyView of(SavedReply reply) {
        return new ReplyView(reply.id, reply.name, reply.text, reply.isShared(), reply.version);
    }
}
