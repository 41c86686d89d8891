package org.patchbay.recordings;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.attachments.StoredBytes;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.calls.KnownCalls;
import org.patchbay.calls.KnownCalls.KnownCall;
import org.patchbay.identity.Actor;
import org.patchbay.recordings.RecordingView.PauseView;
import org.patchbay.recordings.RecordingView.SegmentView;
import org.patchbay.recordings.settings.RecordingMode;
import org.patchbay.recordings.vault.RecordingVault;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.WorkPermission;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Takes in what the device of an agent records. Each piece is kept before it is acknowledged. */
@ApplicationScoped
class Recorder {

    /** Nine hours of pieces of two seconds. */
    private static final int MOST_PIECES = 16_200;

    private final KnownCalls calls;
    private final Notices notices;
    private final StoredBytes store;
    private final RecordingVault vault;
    private final RecordingsConfig config;
    private final Audit audit;

    Recorder(
            KnownCalls calls,
            Notices notices,
            StoredBytes store,
            RecordingVault vault,
            RecordingsConfig config,
            Audit audit) {
        this.calls = calls;
        this.notices = notices;
        this.store = store;
        this.vault = vault;
        this.config = config;
        this.audit = audit;
    }

    /**
     * Begins the recording of a call, or tells the one that goes on, as after a reload or with the next holder.
     *
     * @throws HttpProblem {@code not-found}; {@code forbidden}; {@code conflict} where the call must not be recorded
     */
    @Transactional
    RecordingView begin(Actor actor, long callId) {
        var call = calls.lock(callId);
        checkRecords(actor, call);
        if (!call.isLive() || call.answeredAt() == null) {
            throw ProblemType.CONFLICT.because(RecordingWords.NOT_LIVE);
        }
        vault.checkReady();
        var ruling = notices.checkMayBeRecorded(call);
        var recording = Recording.liveOf(callId)
                .orElseGet(() -> Recording.create(
                        call,
                        actor.accountId(),
                        ruling.retentionDays(),
                        Times.now().plus(config.patience())));
        calls.tellAll(callId);
        return RecordingView.of(recording);
    }

    /** Begins a stretch of a recording. */
    @Transactional
    SegmentView beginSegment(Actor actor, long id) {
        var recording = going(id);
        var call = calls.read(recording.callId);
        checkRecords(actor, call);
        // A customer may take back what they agreed to.
        notices.checkMayBeRecorded(call);
        if (!call.isLive()) {
            throw ProblemType.CONFLICT.because(RecordingWords.NOT_LIVE);
        }
        if (Pause.now(id).isPresent()) {
            throw ProblemType.CONFLICT.because(RecordingWords.PAUSED);
        }
        return SegmentView.of(Segment.create(recording, Segment.of(id).size() + 1, actor.accountId()));
    }

    /**
     * Keeps a piece of a segment. One that came before is acknowledged again.
     *
     * @throws HttpProblem {@code not-found}; {@code conflict} where a piece before it is missing; {@code storage-full};
     *     {@code temporarily-unavailable}
     */
    void keep(Actor actor, long id, int segment, int number, byte[] bytes) {
        var sha256 = sha256(bytes);
        if (Transactions.inNew(() -> isKept(actor, id, segment, number, sha256))) {
            return;
        }
        if (bytes.length == 0) {
            throw ProblemType.VALIDATION_FAILED.because(RecordingWords.PIECE_EMPTY);
        }
        var sealed = vault.key().seal(bytes, Chunk.place(id, segment, number));
        var key = store.write(sealed);
        boolean needed = false;
        try {
            needed = Transactions.inNew(() -> {
                if (isKept(actor, id, segment, number, sha256)) {
                    return false;
                }
                store.adopt(key);
                append(new Chunk(id, segment, number, bytes.length, sha256, key));
                return true;
            });
        } finally {
            if (!needed) {
                store.abandon(key);
            }
        }
    }

    /** Whether a piece is there already; else it is the next one. */
    private static boolean isKept(Actor actor, long id, int number, int piece, String sha256) {
        var recording = Recordings.locked(id);
        var segment = Segment.of(recording.id, number)
                .filter(each -> each.accountId == actor.accountId())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(RecordingWords.NO_SEGMENT, number));
        if (piece <= segment.chunks) {
            boolean same = Chunk.of(id, number, piece)
                    .filter(chunk -> chunk.sha256().equals(sha256))
                    .isPresent();
            if (!same) {
                throw ProblemType.CONFLICT.because(RecordingWords.PIECE_DIFFERS, piece);
            }
            return true;
        }
        if (!recording.isRecording()) {
            throw ProblemType.CONFLICT.because(RecordingWords.OVER);
        }
        if (segment.complete) {
            throw ProblemType.CONFLICT.because(RecordingWords.SEGMENT_COMPLETE);
        }
        if (piece > MOST_PIECES) {
            throw ProblemType.CONFLICT.because(RecordingWords.TOO_LONG, MOST_PIECES);
        }
        if (piece != segment.chunks + 1) {
            throw ProblemType.CONFLICT.because(RecordingWords.PIECE_MISSING, segment.chunks + 1);
        }
        return false;
    }

    private void append(Chunk chunk) {
        var recording = Recording.<Recording>findById(chunk.recording());
        var segment = Segment.of(chunk.recording(), chunk.segment()).orElseThrow();
        chunk.insert();
        segment.chunks++;
        segment.bytes += chunk.size();
        segment.toMs = Math.max(segment.toMs, recording.elapsed());
        recording.bytes += chunk.size();
        recording.milliseconds = Math.max(recording.milliseconds, segment.toMs);
        recording.dueAt = Times.now().plus(config.patience());
    }

    /** Says that a segment has no more pieces than are kept. */
    @Transactional
    SegmentView completeSegment(Actor actor, long id, int number) {
        var recording = Recordings.locked(id);
        var segment = Segment.of(recording.id, number)
                .filter(each -> each.accountId == actor.accountId())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(RecordingWords.NO_SEGMENT, number));
        segment.complete = true;
        return SegmentView.of(segment);
    }

    /**
     * Ends a recording, once all its pieces are kept.
     *
     * @throws HttpProblem {@code conflict} where all of the call is to be recorded and it goes on
     */
    @Transactional
    RecordingView complete(Actor actor, long id) {
        var recording = Recordings.locked(id);
        var call = calls.read(recording.callId);
        boolean recorded = Segment.of(id).stream().anyMatch(segment -> segment.accountId == actor.accountId());
        if (!recorded) {
            checkRecords(actor, call);
        }
        if (recording.isRecording()) {
            if (call.isLive() && notices.ruling(call).mode() == RecordingMode.ALWAYS) {
                throw ProblemType.CONFLICT.because(RecordingWords.ALL_OF_IT);
            }
            recording.end(Segment.of(id).stream().allMatch(segment -> segment.complete));
            calls.tellAll(recording.callId);
        }
        return RecordingView.of(recording);
    }

    /** Has nothing be recorded until somebody says so, or for the longest time of a pause. */
    @Transactional
    RecordingView pause(Actor actor, long id, PauseReason reason) {
        var recording = going(id);
        checkPauses(actor, recording);
        if (reason == PauseReason.STOPPED
                && notices.ruling(calls.read(recording.callId)).mode() == RecordingMode.ALWAYS) {
            throw ProblemType.CONFLICT.because(RecordingWords.ALL_OF_IT);
        }
        if (Pause.now(id).isEmpty()) {
            var ends = reason == PauseReason.STOPPED ? null : Times.now().plus(config.longestPause());
            var pause = Pause.create(recording, reason, actor.accountId(), ends);
            tell(Action.RECORDING_PAUSED, recording, PauseView.of(recording, pause));
        }
        return RecordingView.of(recording);
    }

    @Transactional
    RecordingView resume(Actor actor, long id) {
        var recording = going(id);
        checkPauses(actor, recording);
        Pause.now(id).ifPresent(pause -> {
            pause.endsAt = Times.now();
            tell(Action.RECORDING_RESUMED, recording, PauseView.of(recording, pause));
        });
        return RecordingView.of(recording);
    }

    private void tell(Action action, Recording recording, PauseView pause) {
        audit.record(action, recording.ticketId, null, pause);
        calls.tellAll(recording.callId);
    }

    private Recording going(long id) {
        var recording = Recordings.locked(id);
        if (!recording.isRecording()) {
            throw ProblemType.CONFLICT.because(RecordingWords.OVER);
        }
        return recording;
    }

    private static void checkRecords(Actor actor, KnownCall call) {
        if (!WorkPermission.isOf(actor, call.ticket())) {
            throw ProblemType.FORBIDDEN.because(RecordingWords.HOLDER_RECORDS);
        }
    }

    private void checkPauses(Actor actor, Recording recording) {
        if (!actor.isProgram()) {
            checkRecords(actor, calls.read(recording.callId));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
