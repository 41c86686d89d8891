package org.patchbay.recordings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** A time in which nothing is recorded, because somebody said so. */
@Entity
@Table(name = "recording_pause")
class Pause extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long recordingId;

    @Enumerated(EnumType.STRING)
    PauseReason reason;

    long accountId;

    long fromMs;

    Instant startedAt;

    /** When it ended, or ends by itself; null where it does not. */
    @Nullable
    Instant endsAt;

    static Pause create(Recording recording, PauseReason reason, long account, @Nullable Instant endsAt) {
        var pause = new Pause();
        pause.recordingId = recording.id;
        pause.reason = reason;
        pause.accountId = account;
        pause.fromMs = recording.elapsed();
        pause.startedAt = Times.now();
        pause.endsAt = endsAt;
        pause.persistAndFlush();
        return pause;
    }

    private boolean isNow() {
        return endsAt == null || endsAt.isAfter(Times.now());
    }

    /** The one that goes on. Time alone ends a pause, so nobody has to do it. */
    static Optional<Pause> now(long recording) {
        return of(recording).stream().filter(Pause::isNow).findFirst();
    }

    static List<Pause> of(long recording) {
        return list("recordingId = ?1 order by startedAt, id", recording);
    }
}
