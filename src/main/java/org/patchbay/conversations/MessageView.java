package org.patchbay.conversations;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.AttachmentView;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A message as clients see it. */
@RegisterForReflection
public record MessageView(
        @Schema(examples = "4711") long conversationId,

        @Schema(
                description = "In its conversation, in the order in which all hear it. Numbers that customers do not"
                        + " see are of messages among staff",
                examples = "17")
        long number,

        @Schema(description = "The ticket that it is about", examples = "4711")
        long ticketId,

        MessageKind kind,
        Audience audience,
        AuthorView author,

        @Schema(
                description = "The one that its author gave it; absent where it was said with a step of the ticket",
                examples = "3f1c0a6e-8a31-4c0f-9d55-0d5a4a1e7b6c",
                nullable = true)
        @Nullable
        String clientId,

        @Schema(description = "The number of the message that it answers", examples = "16", nullable = true) @Nullable
        Long replyTo,

        @Schema(description = "Absent once it is erased or removed", examples = "Where is my parcel?", nullable = true)
        @Nullable
        String text,

        @Schema(description = "Buttons, of which the customer chooses one once; mostly none")
        List<Choice> choices,

        @Schema(description = "Blanks of a form, which the customer fills in once; mostly none")
        List<Blank> form,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Of an ANSWER: the value of the button as `choice`, or what blanks were filled in with",
                examples = "{\"choice\":\"refund\"}")
        SortedMap<String, String> answer,

        @Schema(description = "The files that go with it: /attachments/{id}")
        List<AttachmentView> attachments,

        Instant at,

        @Schema(description = "When words or files were taken out of it", nullable = true) @Nullable
        Instant removedAt) {

    MessageView with(List<AttachmentView> files) {
        return new MessageView(
                conversationId,
                number,
                ticketId,
                kind,
                audience,
                author,
                clientId,
                replyTo,
                text,
                choices,
                form,
                answer,
                files,
                at,
                removedAt);
    }

    /** The text, and in brackets what it asks, for those who read words alone; null once it is erased or removed. */
    public @Nullable String inWords() {
        var asked = Stream.concat(
                        choices.stream().map(Choice::label), form.stream().map(Blank::label))
                .map(label -> "[" + label + "]")
                .collect(Collectors.joining(" "));
        return text == null || asked.isEmpty() ? text : text + "\n\n" + asked;
    }

    /** The one who wrote it. */
    @RegisterForReflection
    public record AuthorView(
            @Schema(description = "Their account; 0 for the system", examples = "12")
            long id,

            @Schema(
                    description = "As they were called then; absent once it is erased, and of the system",
                    examples = "Ada",
                    nullable = true)
            @Nullable
            String name,

            @Schema(description = "Whether they are the customer; else they are staff")
            boolean customer,

            @Schema(description = "Whether a program wrote it, in the name of the house")
            boolean bot) {}
}
