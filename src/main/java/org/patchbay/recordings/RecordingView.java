package org.patchbay.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A recording as clients see it. */
@RegisterForReflection
public record RecordingView(
        @Schema(examples = "12") long id,
        @Schema(examples = "31") long callId,
        @Schema(examples = "4711") long ticketId,

        @Schema(description = "The queue at its beginning", examples = "3")
        long queueId,

        @Schema(description = "The agent at its beginning", examples = "7")
        long agentId,

        RecordingState state,
        RecordingSource source,
        Instant startedAt,
        @Schema(nullable = true) @Nullable Instant endedAt,

        @Schema(description = "From its beginning to its end, with all gaps", examples = "61000")
        long milliseconds,

        @Schema(description = "Whether something of it never came")
        boolean partial,

        @Schema(description = "Absent while it is recorded", nullable = true) @Nullable
        Instant deleteAfter,

        @Schema(description = "Whether it is kept, whatever its time is")
        boolean held,

        @Schema(nullable = true, examples = "Court order of 1 December") @Nullable
        String heldFor,

        @Schema(description = "Each is a file of its own; between them nothing was recorded")
        List<SegmentView> segments,

        List<PauseView> pauses) {

    /** A stretch of it without a gap. */
    @RegisterForReflection
    public record SegmentView(
            @Schema(examples = "1") int number,

            @Schema(description = "Whose device recorded it: where it changes, the call was handed on", examples = "7")
            long agentId,

            @Schema(description = "Milliseconds after the beginning", examples = "0")
            long fromMs,

            @Schema(examples = "61000") long toMs,

            @Schema(description = "Pieces that are kept; the next one has the next number", examples = "30")
            int chunks,

            @Schema(examples = "480000") long bytes,

            @Schema(description = "Whether nothing more of it comes")
            boolean complete) {

        static SegmentView of(Segment segment) {
            return new SegmentView(
                    segment.number,
                    segment.accountId,
                    segment.fromMs,
                    segment.toMs,
                    segment.chunks,
                    segment.bytes,
                    segment.complete);
        }
    }

    /** A time in which nothing was recorded, because somebody said so. */
    @RegisterForReflection
    public record PauseView(
            PauseReason reason,

            @Schema(description = "Milliseconds after the beginning", examples = "20000")
            long fromMs,

            @Schema(description = "Absent where it does not end by itself", examples = "45000", nullable = true)
            @Nullable
            Long toMs,

            @Schema(description = "When it ended, or ends by itself", nullable = true) @Nullable
            Instant endsAt) {

        static PauseView of(Recording recording, Pause pause) {
            var to = pause.endsAt == null
                    ? null
                    : Duration.between(recording.startedAt, pause.endsAt).toMillis();
            return new PauseView(pause.reason, pause.fromMs, to, pause.endsAt);
        }
    }

    static RecordingView of(Recording recording) {
        return new RecordingView(
                recording.id,
                recording.callId,
                recording.ticketId,
                recording.queueId,
                recording.agentId,
                recording.state,
                recording.source,
                recording.startedAt,
                recording.endedAt,
                recording.milliseconds,
                recording.partial,
                recording.deleteAfter,
                recording.held,
                recording.heldFor,
                Segment.of(recording.id).stream().map(SegmentView::of).toList(),
                Pause.of(recording.id).stream()
                        .map(pause -> PauseView.of(recording, pause))
                        .toList());
    }
}
