package org.patchbay.chats;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.fields.FieldType;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How a customer's next chat begins, in their language. */
@RegisterForReflection
record BeginningView(
        @Schema(description = "Absent where the organisation has none", examples = "How can we help?", nullable = true)
        @Nullable
        String greeting,

        @Schema(
                description = "Whether somebody is there for it: OPEN; LATER, it is answered when its queue opens;"
                        + " CALLBACK, the customer is called; CLOSED, it is refused, and better not offered")
        ChatHours.Now now,

        @Schema(description = "When its queue opens; absent where it is open", nullable = true) @Nullable
        Instant opensAt,

        @Schema(description = "To be answered with the first message, in this order; without what is known already")
        List<QuestionView> questions) {

    /** A question to this customer. */
    @RegisterForReflection
    record QuestionView(
            Question.Asks asks,

            @Schema(description = "Of FIELD: its key", examples = "topic", nullable = true) @Nullable
            String field,

            @Schema(
                    description = "Absent where the pages say their own",
                    examples = "What is it about?",
                    nullable = true)
            @Nullable
            String label,

            @Schema(description = "Of FIELD", nullable = true) @Nullable
            FieldType type,

            @Schema(description = "Of a CHOICE; else empty") List<String> options,

            @Schema(description = "Whether the chat begins only with an answer")
            boolean required) {}
}
