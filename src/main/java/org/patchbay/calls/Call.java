package org.patchbay.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;
import org.patchbay.calls.engine.EngineKind;
import org.patchbay.calls.engine.MediaPlace;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** A call of a ticket. It is locked before it or its legs are changed, and before it the ticket. */
@Entity
@Table(name = "ticket_call")
class Call extends OrganisationEntity {

    /** The few that go on are looked through. */
    private static final String LIVE = """
            select c.* from ticket_call c force index (uk_ticket_call_live)
            straight_join ticket t force index (primary)
            on t.organisation_id = c.organisation_id and t.id = c.live_ticket_id
            where c.organisation_id = :organisation and c.live_ticket_id is not null and %s
            order by c.started_at, c.id""";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long ticketId;

    @Enumerated(EnumType.STRING)
    CallKind kind;

    @Enumerated(EnumType.STRING)
    EngineKind engine;

    /** Of the media server; null where there is none. */
    @Nullable
    String node;

    /** How often something else began to carry it; each time all connections begin anew. */
    int moves;

    boolean byCustomer;

    Instant startedAt;

    @Nullable
    Instant answeredAt;

    boolean onHold;

    @Nullable
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    CallEnd endedBy;

    long lastSignal;

    /** Kept by the database: the ticket while the call is live, else null. */
    @Column(insertable = false, updatable = false)
    @Nullable
    Long liveTicketId;

    /** A call of an organisation. */
    record Known(long organisationId, long callId) {}

    static Call create(long ticket, CallKind kind, MediaPlace place, boolean byCustomer) {
        var call = new Call();
        call.ticketId = ticket;
        call.kind = kind;
        call.isAt(place);
        call.byCustomer = byCustomer;
        call.startedAt = Times.now();
        call.persistAndFlush();
        return call;
    }

    private void isAt(MediaPlace place) {
        engine = place.kind();
        node = place.node();
    }

    /** Has something else carry it. */
    void moveTo(MediaPlace place) {
        isAt(place);
        moves++;
    }

    boolean isLive() {
        return endedAt == null;
    }

    long nextSignal() {
        return ++lastSignal;
    }

    /** From the answer to the end, or to now; nothing where nobody answered. */
    Duration talked() {
        if (answeredAt == null) {
            return Duration.ZERO;
        }
        return Duration.between(answeredAt, endedAt == null ? Times.now() : endedAt);
    }

    static Optional<Call> lock(long id) {
        return Call.<Call>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The ticket of a call, which is read without the call: that is read when it is locked. */
    static Optional<Long> ticketOf(long id) {
        return find("select ticketId from Call where id = ?1", id)
                .project(Long.class)
                .firstResultOptional();
    }

    /** Those of a customer that go on. */
    static List<Call> liveOfCustomer(long customer) {
        return live("t.customer_id = :whose", customer);
    }

    /** Those that go on, of tickets that an agent holds. */
    static List<Call> liveHeldBy(long agent) {
        return live("t.agent_id = :whose and t.status = 'IN_PROGRESS'", agent);
    }

    private static List<Call> live(String ofWhom, long whose) {
        return NativeSql.of(LIVE.formatted(ofWhom)).set("whose", whose).list(Call.class);
    }

    static Optional<Call> liveOf(long ticket) {
        return find("liveTicketId", ticket).firstResultOptional();
    }

    /** Some of those that go on, after the one with this id, of tickets that the current user sees. */
    static List<Call> liveInSight(long after, int most) {
        return Call.<Call>find("""
                        select c from Call c, Ticket t where c.liveTicketId = t.id and c.id > ?1
                        order by c.id""", after).page(0, most).list();
    }

    /** The latest comes first. */
    static List<Call> ofTicket(long ticket) {
        return list("ticketId = ?1 order by startedAt desc, id desc", ticket);
    }

    /** All live calls, of all organisations. */
    static List<Known> live() {
        return NativeSql.everywhere("""
                        select organisation_id, id from ticket_call force index (ix_ticket_call_watch)
                        where ended_at is null""").list(Tuple.class).stream()
                .map(row -> new Known(
                        row.get("organisation_id", Number.class).longValue(),
                        row.get("id", Number.class).longValue()))
                .toList();
    }
}
