package org.patchbay.conversations;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.Attachments;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A message that somebody sends. */
public record MessageRequest(
        @Size(max = MOST_BYTES)
        @Schema(
                description = "At most 32 KB in UTF-8; may be absent where files say it all",
                examples = "Where is my parcel?",
                nullable = true)
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
        Long replyTo,

        @Size(max = Attachments.MOST)
        @Schema(
                description = "The files that go with it, which the author has sent to /attachments before",
                examples = "[7]",
                nullable = true)
        List<@NotNull Long> attachmentIds,

        @Size(max = Mentions.MOST)
        @Schema(
                description = "The accounts of colleagues who are told of it; only with INTERNAL",
                examples = "[12]",
                nullable = true)
        List<@NotNull Long> mentionIds,

        @Size(max = 10)
        @Schema(description = "Buttons, one of which the customer may choose; only of staff", nullable = true)
        List<@NotNull @Valid Choice> choices,

        @Size(max = 10) @Schema(description = "Blanks that the customer may fill in; only of staff", nullable = true)
        List<@NotNull @Valid Blank> form) {

    static final int MOST_BYTES = 32 * 1024;

    public MessageRequest {
        audience = audience == null ? Audience.PUBLIC : audience;
        text = text == null ? "" : text;
        attachmentIds = attachmentIds == null ? List.of() : attachmentIds;
        mentionIds = mentionIds == null ? List.of() : List.copyOf(new LinkedHashSet<>(mentionIds));
        choices = choices == null ? List.of() : choices;
        form = form == null ? List.of() : form;
    }

    Message.Words words() {
        var content = content();
        return new Message.Words(text, content.kind(), content, clientId, replyTo, attachmentIds, mentionIds);
    }

    /** Whether it can be said with all that is said at the same moment; files, quotes and colleagues are looked up. */
    boolean goesTogether() {
        return replyTo == null && attachmentIds.isEmpty() && mentionIds.isEmpty();
    }

    private MessageContent content() {
        return new MessageContent(choices, form, Collections.emptySortedMap());
    }

    @AssertTrue(message = "{patchbay.message-asks}")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isAskingRight() {
        return !asks() || (choices.isEmpty() != form.isEmpty()) && audience == Audience.PUBLIC && !text.isBlank();
    }

    @AssertTrue(message = "{patchbay.message-asks-apart}")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isAskingApart() {
        return areDifferent(choices.stream()
                        .map(each -> each == null ? null : each.value())
                        .toList())
                && areDifferent(form.stream()
                        .map(each -> each == null ? null : each.name())
                        .toList());
    }

    private static boolean areDifferent(List<@Nullable String> texts) {
        return new HashSet<>(texts).size() == texts.size();
    }

    boolean asks() {
        return content().isAsking();
    }

    @AssertTrue(message = "{patchbay.message-empty}")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isSaying() {
        return !text.isBlank() || !attachmentIds.isEmpty();
    }

    @AssertTrue(message = "{patchbay.mentions-internal}")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isMentioningAmongStaff() {
        return mentionIds.isEmpty() || audience == Audience.INTERNAL;
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
