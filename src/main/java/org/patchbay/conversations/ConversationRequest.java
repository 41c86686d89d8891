package org.patchbay.conversations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A conversation that a customer begins. */
record ConversationRequest(
        @NotNull
        @NotBlank
        @Size(max = MessageRequest.MOST_BYTES)
        @Schema(description = "The first message; at most 32 KB in UTF-8", examples = "Where is my parcel?")
        String text,

        @Valid @Schema(description = "Answers to what `/me/chat-form` asks before the first message", nullable = true)
        FormAnswers answers) {

    ConversationRequest {
        answers = answers == null ? FormAnswers.NONE : answers;
    }

    @AssertTrue(message = "{patchbay.message-bytes}")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isShortEnough() {
        return MessageRequest.isShortEnough(text);
    }
}
