package org.patchbay.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;
import org.patchbay.calls.KnownCalls.KnownCall;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

import static java.util.Objects.requireNonNull;

/** The sound that is kept of a call, or was. Its segments and pauses are changed under its lock. */
@Entity
class Recording extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long callId;

    long ticketId;

    long queueId;

    long agentId;

    @Enumerated(EnumType.STRING)
    RecordingState state;

    @Enumerated(EnumType.STRING)
    RecordingSource source;

    Instant startedAt;

    @Nullable
    Instant endedAt;

    /** From its beginning to the end of its last segment. */
    long milliseconds;

    long bytes;

    /** Whether something of it never came. */
    boolean partial;

    int retentionDays;

    /** Null while it is recorded. */
    @Nullable
    Instant deleteAfter;

    boolean held;

    @Nullable
    String heldFor;

    /** When the sweep is to look at it next. */
    @Nullable
    Instant dueAt;

    /** A recording of an organisation. */
    record Due(long organisationId, long id) {}

    static Recording create(KnownCall call, long agent, int retentionDays, Instant dueAt) {
        var recording = new Recording();
        recording.callId = call.id();
        recording.ticketId = call.ticket().id();
        recording.queueId = call.ticket().queueId();
        recording.agentId = agent;
        recording.state = RecordingState.RECORDING;
        recording.source = RecordingSource.DESK;
        recording.startedAt = Times.now();
        recording.retentionDays = retentionDays;
        recording.dueAt = dueAt;
        recording.persistAndFlush();
        return recording;
    }

    boolean isRecording() {
        return state == RecordingState.RECORDING;
    }

    /** How far it is now, or was at its end. */
    long elapsed() {
        return Duration.between(startedAt, endedAt == null ? Times.now() : endedAt)
                .toMillis();
    }

    /** Ends it: it can be heard from now on, where there is something to hear. */
    void end(boolean isWhole) {
        endedAt = Times.now();
        state = bytes == 0 ? RecordingState.FAILED : RecordingState.READY;
        partial = !isWhole;
        deleteAfter = requireNonNull(endedAt).plus(Duration.ofDays(retentionDays));
        dueAt = deleteAfter;
    }

    void hold(boolean shallBe, @Nullable String reason) {
        held = shallBe;
        heldFor = shallBe ? reason : null;
        dueAt = shallBe ? null : deleteAfter;
    }

    void deleted() {
        state = RecordingState.DELETED;
        endedAt = endedAt == null ? Times.now() : endedAt;
        bytes = 0;
        heldFor = null;
        dueAt = null;
    }

    static Optional<Recording> lock(long id) {
        return Recording.<Recording>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static Optional<Recording> liveOf(long call) {
        return find("callId = ?1 and state = RECORDING", call).firstResultOptional();
    }

    static List<Recording> liveOf(Collection<Long> calls) {
        return calls.isEmpty() ? List.of() : list("callId in ?1 and state = RECORDING", calls);
    }

    static List<Recording> ofCall(long call) {
        return list("callId = ?1 order by startedAt, id", call);
    }

    static List<Recording> ofTicket(long ticket) {
        return list("ticketId = ?1 order by startedAt, id", ticket);
    }

    /** The next ones that are to be looked at, of all organisations. */
    static List<Due> due(Instant now, int most) {
        var due = NativeSql.everywhere("""
                select organisation_id, id from recording force index (ix_recording_due)
                where due_at <= :now order by due_at limit :most""");
        return due.set("now", now).set("most", most).list(Tuple.class).stream()
                .map(row -> new Due(
                        row.get("organisation_id", Number.class).longValue(),
                        row.get("id", Number.class).longValue()))
                .toList();
    }

    /** Those of the current organisation that have sound. */
    static List<Recording> withSound(int most) {
        return Recording.<Recording>find("bytes > 0 order by startedAt, id")
                .page(0, most)
                .list();
    }
}
