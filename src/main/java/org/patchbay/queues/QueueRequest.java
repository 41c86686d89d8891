package org.patchbay.queues;

import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.queues.channels.MaxSize;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** The values that a queue shall have. */
record QueueRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Returns")
        String name,

        @NotNull Distribution distribution,

        @Min(1)
        @Max(10)
        @Schema(
                description = "1 is served first where tickets are equally urgent; 5 where absent",
                examples = "5",
                nullable = true)
        @Nullable
        Integer priority,

        @Valid @Schema(nullable = true) @Nullable ServiceLevel serviceLevel,
        @Valid @Schema(nullable = true) @Nullable MaxWait maxWait,
        @Valid @Schema(nullable = true) @Nullable MaxSize maxSize,

        @Schema(description = "Where OVERFLOW leads, without a way back", examples = "1", nullable = true) @Nullable
        Long overflowQueueId,

        @Schema(description = "When it is open; always where absent", examples = "1", nullable = true) @Nullable
        Long businessHoursId,

        @Schema(
                description = "The fate of tickets that come while it is closed; they wait where absent",
                nullable = true)
        @Nullable
        Diversion whenClosed,

        @Min(0)
        @Max(ServiceLevel.MAX_SECONDS)
        @Schema(
                description = "How long agents have for their notes after a ticket; 0 where absent",
                examples = "30",
                nullable = true)
        @Nullable
        Integer wrapUpSeconds,

        @Min(1)
        @Max(ServiceLevel.MAX_SECONDS)
        @Schema(description = "Within which time a first answer is due", examples = "3600", nullable = true)
        @Nullable
        Integer firstResponseSeconds,

        @Min(1)
        @Max(ServiceLevel.MAX_SECONDS)
        @Schema(
                description =
                        "Within which time a ticket is to be resolved; while the customer must answer, it stands still",
                examples = "86400",
                nullable = true)
        @Nullable
        Integer resolutionSeconds,

        @Valid @Schema(nullable = true) @Nullable Silence silence,
        @Valid @Schema(nullable = true) @Nullable QueueBot bot) {

    @AssertTrue(message = "{patchbay.overflow-needs-a-queue}")
    @Schema(hidden = true)
    @JsonIgnore
    public boolean isOverflowLeadingSomewhere() {
        return overflowQueueId != null
                || Stream.of(
                                maxWait == null ? null : maxWait.then(),
                                maxSize == null ? null : maxSize.then(),
                                whenClosed)
                        .noneMatch(then -> then == Diversion.OVERFLOW);
    }
}
