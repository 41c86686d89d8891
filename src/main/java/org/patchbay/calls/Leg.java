package org.patchbay.calls;

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
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** The presence of somebody in a call, by one device. The call is locked before it is changed. */
@Entity
@Table(name = "call_leg")
class Leg extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long callId;

    long accountId;

    /** As they were called then; null once it is erased. */
    @Nullable
    String name;

    @Enumerated(EnumType.STRING)
    LegRole role;

    @Enumerated(EnumType.STRING)
    LegMode mode;

    boolean muted;

    boolean camera;

    boolean screen;

    Instant joinedAt;

    Instant seenAt;

    @Nullable
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    LegEnd endedBy;

    @Nullable
    Double lossPercent;

    @Nullable
    Double jitterMs;

    @Nullable
    Double roundTripMs;

    double mosSum;

    int mosCount;

    @Nullable
    Double mosWorst;

    /** Kept by the database: the account while the leg is live, else null. */
    @Column(insertable = false, updatable = false)
    @Nullable
    Long liveAccountId;

    static Leg create(long call, Actor actor, LegRole role, LegMode mode) {
        var leg = new Leg();
        leg.callId = call;
        leg.accountId = actor.accountId();
        leg.name = actor.name();
        leg.role = role;
        leg.mode = mode;
        leg.joinedAt = Times.now();
        leg.seenAt = leg.joinedAt;
        leg.persistAndFlush();
        return leg;
    }

    Hearing.Part part() {
        return new Hearing.Part(id, role, mode);
    }

    boolean isLive() {
        return endedAt == null;
    }

    /** Whether others hear them, and so know of them. */
    boolean talks() {
        return isLive() && mode == LegMode.TALK;
    }

    /** Gives them another part. */
    void hasRole(LegRole now) {
        mode = modeAs(now, mode);
        role = now;
    }

    /** The mode with this part: whoever takes the ticket over talks from then on. */
    LegMode modeAs(LegRole now, LegMode wished) {
        return now == LegRole.AGENT && role != LegRole.AGENT ? LegMode.TALK : wished;
    }

    void end(LegEnd by) {
        endedAt = Times.now();
        endedBy = by;
    }

    /** Keeps what the device tells of its line. */
    void measured(Quality quality) {
        lossPercent = quality.lossPercent();
        jitterMs = quality.jitterMs();
        roundTripMs = quality.roundTripMs();
        double mos = quality.mos();
        mosSum += mos;
        mosCount++;
        mosWorst = mosWorst == null ? mos : Math.min(mosWorst, mos);
    }

    /** How well its line is now; null where its device has told nothing. */
    @Nullable
    Quality quality() {
        return lossPercent == null || jitterMs == null || roundTripMs == null
                ? null
                : new Quality(lossPercent, jitterMs, roundTripMs);
    }

    /** Removes the names of customers in the calls of a ticket. */
    static void eraseCustomers(long ticket) {
        update(
                "name = null where role = CUSTOMER and callId in (select c.id from Call c where c.ticketId = ?1)",
                ticket);
    }

    /** Those who are there, in the order in which they came. */
    static List<Leg> liveOf(long call) {
        return list("callId = ?1 and endedAt is null order by joinedAt, id", call);
    }

    /** All, also those who are gone, in the order in which they came. */
    static List<Leg> of(long call) {
        return list("callId = ?1 order by joinedAt, id", call);
    }

    static Optional<Leg> of(long call, long id) {
        return find("callId = ?1 and id = ?2", call, id).firstResultOptional();
    }
}
