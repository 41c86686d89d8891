package org.patchbay.recordings;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.StoredBytes;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.calls.KnownCalls;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.recordings.settings.RecordingSettings;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketTexts;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Recordings that are there: the right to them, and how long they are kept. */
@ApplicationScoped
class Recordings implements TicketTexts {

    /** How long a call is left alone that goes on without its recording. */
    private static final int LOOK_AGAIN_SECONDS = 60;

    private final KnownCalls calls;
    private final RecordingSettings settings;
    private final StoredBytes store;
    private final Audit audit;

    Recordings(KnownCalls calls, RecordingSettings settings, StoredBytes store, Audit audit) {
        this.calls = calls;
        this.settings = settings;
        this.store = store;
        this.audit = audit;
    }

    @Transactional
    Page<RecordingView> list(Actor actor, RecordingSearch search, @Nullable String after, int limit) {
        if (!mayHearAll(actor) && !settings.current().agentsMayListen()) {
            return new Page<>(List.of(), null);
        }
        var own = mayHearAll(actor) ? null : actor.accountId();
        var rows = search.page(after == null ? null : Cursor.decoded(after, 2), limit + 1, own);
        return Page.of(rows, limit, RecordingView::of, row -> Cursor.at(row.startedAt, row.id));
    }

    /** Those of a call that the reader may hear, and the one that goes on. */
    @Transactional
    List<RecordingView> ofCall(Actor actor, long callId) {
        calls.read(callId);
        return Recording.ofCall(callId).stream()
                .filter(recording -> recording.isRecording() || mayHear(actor, recording))
                .map(RecordingView::of)
                .toList();
    }

    @Transactional
    RecordingView read(Actor actor, long id) {
        return RecordingView.of(readable(actor, id));
    }

    /** @throws HttpProblem {@code not-found} where the actor may not hear it, as where there is none */
    Recording readable(Actor actor, long id) {
        var recording = Recording.<Recording>findByIdOptional(id).orElseThrow(() -> unknown(id));
        ticketOf(recording);
        if (!mayHear(actor, recording)) {
            throw unknown(id);
        }
        return recording;
    }

    private boolean mayHear(Actor actor, Recording recording) {
        return mayHearAll(actor)
                || settings.current().agentsMayListen()
                        && Segment.of(recording.id).stream()
                                .anyMatch(segment -> segment.accountId == actor.accountId());
    }

    private static boolean mayHearAll(Actor actor) {
        return actor.is(Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATION);
    }

    /** @throws HttpProblem {@code conflict} where it goes on, or must not be deleted */
    @Transactional
    void delete(long id) {
        var recording = locked(id);
        if (recording.isRecording()) {
            throw ProblemType.CONFLICT.because(RecordingWords.RECORDED_NOW);
        }
        if (recording.held) {
            throw ProblemType.CONFLICT.because(RecordingWords.HELD);
        }
        remove(recording);
    }

    @Transactional
    RecordingView hold(long id, LegalHoldRequest request) {
        var recording = locked(id);
        var reason = request.reason();
        if (request.held() && (reason == null || reason.isBlank())) {
            throw ProblemType.VALIDATION_FAILED.because(RecordingWords.REASON_NEEDED);
        }
        if (recording.isRecording()) {
            throw ProblemType.CONFLICT.because(RecordingWords.RECORDED_NOW);
        }
        var before = RecordingView.of(recording);
        if (recording.state != RecordingState.DELETED) {
            recording.hold(request.held(), reason);
        }
        var after = RecordingView.of(recording);
        if (!after.equals(before)) {
            var action = request.held() ? Action.RECORDING_HELD : Action.RECORDING_RELEASED;
            audit.record(action, recording.ticketId, before, after);
        }
        return after;
    }

    /** @throws HttpProblem {@code not-found} where the current user does not see its ticket, as where there is none */
    static Recording locked(long id) {
        var recording = Recording.lock(id).orElseThrow(() -> unknown(id));
        ticketOf(recording);
        return recording;
    }

    /** Looks after a recording whose time has come: ends one that nobody ended, or deletes it. */
    @Transactional
    void lookAfter(long id) {
        var recording = Recording.lock(id).orElseThrow(() -> unknown(id));
        var due = recording.dueAt;
        if (due == null || due.isAfter(Times.now())) {
            return;
        }
        if (!recording.isRecording()) {
            remove(recording);
        } else if (calls.read(recording.callId).isLive()) {
            recording.dueAt = Times.now().plusSeconds(LOOK_AGAIN_SECONDS);
        } else {
            recording.end(Segment.of(id).stream().allMatch(segment -> segment.complete));
        }
    }

    /** Removes the sound; the rows tell that there was one. */
    @Transactional(Transactional.TxType.MANDATORY)
    void remove(Recording recording) {
        store.leave(Chunk.forget(recording.id));
        boolean was = recording.state != RecordingState.DELETED;
        recording.deleted();
        if (was) {
            audit.record(Action.RECORDING_DELETED, recording.ticketId, null, RecordingView.of(recording));
        }
    }

    /** A recording that is held by law outlasts its customer, and is deleted when it is released. */
    @Override
    public void eraseOf(long ticketId) {
        for (var recording : Recording.ofTicket(ticketId)) {
            if (recording.held) {
                recording.deleteAfter = Times.now();
            } else {
                remove(recording);
            }
        }
    }

    static Ticket ticketOf(Recording recording) {
        return Ticket.<Ticket>findByIdOptional(recording.ticketId).orElseThrow(() -> unknown(recording.id));
    }

    static HttpProblem unknown(long id) {
        return ProblemType.NOT_FOUND.because(RecordingWords.NO_RECORDING, id);
    }
}
