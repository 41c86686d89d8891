package org.patchbay.timers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Tuple;

import org.patchbay.shared.persistence.SkipLocked;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.tenancy.RowsAtCommit;

/** Something that is to happen at a time, and did not happen yet. */
@Entity
class Timer extends OrganisationEntity {

    /** Pauses double from a second to this power of two. */
    private static final int MAX_DOUBLINGS = 6;

    private static final RowsAtCommit.Table TABLE =
            new RowsAtCommit.Table("timer", List.of("kind", "subject_id", "round", "due_at", "try_at", "attempts"));

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String kind;

    long subjectId;

    /** As {@link TimerKind} stores it. The column has its first name, by which the version before writes it, too. */
    @Column(name = "round")
    long payload;

    Instant dueAt;

    Instant tryAt;

    int attempts;

    /**
     * A timer to try now, read without a lock.
     *
     * @param active whether its organisation is
     */
    record Candidate(long id, long organisationId, String kind, int attempts, boolean active) {

        private static Candidate of(Tuple row) {
            return new Candidate(
                    row.get("id", Number.class).longValue(),
                    row.get("organisation_id", Number.class).longValue(),
                    row.get("kind", String.class),
                    row.get("attempts", Number.class).intValue(),
                    "ACTIVE".equals(row.get("status", String.class)));
        }
    }

    static void set(TimerKind<?> kind, LongSupplier subjectId, long payload, Instant dueAt) {
        RowsAtCommit.insert(TABLE, List.of(kind.name(), subjectId, payload, dueAt, dueAt, 0));
    }

    /** Reads timers of all organisations: only the first entries of the index. */
    static List<Candidate> toTry(Instant now, int limit) {
        var rows = NativeSql.everywhere("""
                select t.id, t.organisation_id, t.kind, t.attempts, o.status from timer t
                straight_join organisation o on o.id = t.organisation_id
                where t.try_at <= :now
                order by t.try_at, t.id limit :limit""").set("now", now).set("limit", limit).list(Tuple.class);
        return rows.stream().map(Candidate::of).toList();
    }

    /** Locks the timer, unless another replica has locked it, fired it or put it off. */
    static Optional<Timer> take(long id, Instant now) {
        return SkipLocked.first(find("id = ?1 and tryAt <= ?2", id, now));
    }

    /** Puts timers of the organisation off by a pause that grows with their attempts. */
    static void putOff(List<Candidate> timers, Instant now) {
        timers.stream()
                .collect(Collectors.groupingBy(timer -> pause(timer.attempts())))
                .forEach((pause, group) -> update(
                        "tryAt = ?1, attempts = attempts + 1 where id in ?2 and tryAt <= ?3",
                        now.plus(pause),
                        group.stream().map(Candidate::id).toList(),
                        now));
    }

    static Duration pause(int attempts) {
        return Duration.ofSeconds(1L << Math.min(attempts, MAX_DOUBLINGS));
    }

    /** @param itsKind that of its name */
    <P> DueTimer<P> due(TimerKind<P> itsKind) {
        return new DueTimer<>(organisationId(), subjectId, itsKind.read(payload), dueAt);
    }
}
