package org.patchbay.conversations;

import java.nio.charset.StandardCharsets;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A message that somebody sends. */
record MessageRequest(
        @NotNull
        @NotBlank
        @Size(max = MOST_BYTES)
        @Schema(description = "At most 32 KB in UTF-8", examples = "Where is my parcel?")
        String text,

        @NotNull
        @NotBlank
        @Size(max = 64)
        @Schema(
                description = "Chosen by the client, new for each message: the same again is the same message, however"
                        + " often it is sent",
                examples = "3f1c0a6e-8a31-4c0f-9d55-0d5a4a1e7b6c")
        String clientId,

        @Schema(description = "PUBLIC where absent; INTERNAL, among staff, only by staff", nullable = true)
        Audience audience,

        @Min(1)
        @Schema(
                description = "The number of the message that it answers, if it answers a certain one",
                examples = "16",
                nullable = true)
        @Nullable
        Long replyTo) {

    static final int MOST_BYTES = 32 * 1024;

    MessageRequest {
        audience = audience == null ? Audience.PUBLIC : audience;
    }

    Message.Words words() {
        return new Message.Words(text, clientId, replyTo);
    }

    @AssertTrue(message = "{patchbay.message-bytes}")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isShortEnough() {
        return isShortEnough(text);
    }

    static boolean isShortEnough(@Nullable String text) {
        return text == null || text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }
}
