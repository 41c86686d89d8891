package org.patchbay.conversations;

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
        String text) {

    @AssertTrue(message = "{patchbay.message-bytes}")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isShortEnough() {
        return MessageRequest.isShortEnough(text);
    }
}
