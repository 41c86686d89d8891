package org.patchbay.calls;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.calls.engine.MediaRoom;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.time.Times;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The people in calls: how they come, what their devices tell of them and each other, and how they go. */
@ApplicationScoped
class Legs {

    private final Calls calls;
    private final CallTicket callTicket;
    private final CallMedia media;
    private final IceServers iceServers;
    private final Audit audit;

    /**
     * The outcome of a report.
     *
     * @param differs whether somebody hears another, or is heard otherwise, by it
     * @param state null where this part in the call is over
     */
    private record Heard(boolean differs, @Nullable LegState state) {

        /** Then what it did not do before is done now, as where a device was not connected yet. */
        boolean isCarriedByServer() {
            return state != null && state.call().engine().isServer();
        }
    }

    Legs(Calls calls, CallTicket callTicket, CallMedia media, IceServers iceServers, Audit audit) {
        this.media = media;
        this.calls = calls;
        this.callTicket = callTicket;
        this.iceServers = iceServers;
        this.audit = audit;
    }

    /**
     * Takes part in a call. An account does so once: another device of it is left.
     *
     * @throws HttpProblem {@code not-found}; {@code forbidden}; {@code conflict} where the call is over or full
     */
    LegState join(Actor actor, long callId, LegMode mode) {
        var joined = Transactions.inNew(() -> {
            var locked = LockedCall.live(callId);
            var call = locked.call();
            var role = callTicket
                    .roleOf(actor, locked.ticket())
                    .orElseThrow(() -> ProblemType.FORBIDDEN.because(CallWords.NOT_ADMITTED));
            checkMode(role, mode);
            var legs = Leg.liveOf(callId);
            legs.stream().filter(leg -> leg.accountId == actor.accountId()).forEach(leg -> leg.end(LegEnd.MOVED));
            if (legs.stream().filter(Leg::isLive).count() >= MediaRoom.MOST) {
                throw ProblemType.CONFLICT.because(CallWords.TOO_MANY, MediaRoom.MOST);
            }
            Leg.flush();
            var leg = Leg.create(callId, actor, role, mode);
            supervised(leg, call);
            locked.changed(legs);
            return state(actor, locked, leg, 0);
        });
        media.apply(callId);
        return joined;
    }

    /**
     * Hears what a device tells of itself, which also is its sign of life, and tells it how the call is now.
     *
     * @throws HttpProblem {@code not-found}; {@code forbidden}; {@code conflict} where the call or the leg is over
     */
    LegState report(Actor actor, long callId, long legId, LegReport report) {
        var heard = Transactions.inNew(() -> {
            var locked = LockedCall.live(callId);
            var leg = own(actor, callId, legId);
            var role = callTicket.roleNow(leg, locked.ticket()).filter(now -> stillIs(now, actor));
            if (role.isEmpty()) {
                leg.end(LegEnd.NOT_ADMITTED);
                locked.changed(Leg.liveOf(callId));
                return new Heard(true, null);
            }
            boolean differs = take(role.get(), leg, report, locked);
            return new Heard(differs, state(actor, locked, leg, report.after()));
        });
        if (heard.differs() || heard.isCarriedByServer()) {
            media.apply(callId);
        }
        if (heard.state() == null) {
            throw over(LegEnd.NOT_ADMITTED);
        }
        return heard.state();
    }

    /** @return whether others are to know of it */
    private boolean take(LegRole role, Leg leg, LegReport report, LockedCall locked) {
        var mode = leg.modeAs(role, report.mode());
        checkMode(role, mode);
        boolean otherMode = mode != leg.mode;
        boolean differs = otherMode
                || role != leg.role
                || report.muted() != leg.muted
                || report.camera() != leg.camera
                || report.screen() != leg.screen;
        leg.role = role;
        leg.mode = mode;
        leg.muted = report.muted();
        leg.camera = report.camera();
        leg.screen = report.screen();
        leg.seenAt = Times.now();
        if (report.quality() != null) {
            leg.measured(report.quality());
        }
        if (otherMode) {
            supervised(leg, locked.call());
        }
        if (differs) {
            locked.changed(Leg.liveOf(locked.call().id));
        }
        return differs;
    }

    /** Nobody supervises any more who is no supervisor any more. */
    private static boolean stillIs(LegRole role, Actor actor) {
        return role != LegRole.SUPERVISOR || actor.is(Role.SUPERVISOR, Role.ADMIN);
    }

    /**
     * Tells another device, or the server, something.
     *
     * @return how the call is now, with the server's answer
     * @throws HttpProblem those of {@link #report}; {@code conflict} where the two are not to be connected
     */
    LegState signal(Actor actor, long callId, long legId, SignalRequest signal) {
        boolean isForServer = Transactions.inNew(() -> {
            var call = LockedCall.live(callId).call();
            var leg = own(actor, callId, legId);
            if (!isAwaited(signal, call, leg)) {
                throw ProblemType.CONFLICT.because(CallWords.NO_PEER, signal.to());
            }
            if (!call.engine.isServer()) {
                tell(call, leg, signal);
            }
            return call.engine.isServer();
        });
        if (isForServer) {
            media.take(callId, legId, signal);
        }
        return Transactions.inNew(() -> state(actor, LockedCall.live(callId), own(actor, callId, legId), 0));
    }

    /** A server is offered what it is sent, and answered what it offers. */
    private static boolean isAwaited(SignalRequest signal, Call call, Leg leg) {
        boolean isFitting = !call.engine.isServer() || (signal.to() == 0) == (signal.type() == SignalType.OFFER);
        return isFitting && peers(call, leg).stream().anyMatch(peer -> peer.legId() == signal.to());
    }

    private static void tell(Call call, Leg leg, SignalRequest signal) {
        Signals.add(call, leg.id, signal.to(), signal.type(), signal.body());
        Leg.of(call.id, signal.to()).ifPresent(peer -> CallBell.ring(call, Set.of(peer.accountId)));
    }

    /**
     * Leaves a call. It ends where its customer leaves, or the last one of staff who talks with them.
     *
     * @throws HttpProblem {@code not-found}
     */
    void leave(Actor actor, long callId, long legId) {
        Transactions.inNew(() -> {
            var locked = LockedCall.of(callId);
            if (locked.call().isLive()) {
                Leg.of(callId, legId)
                        .filter(leg -> leg.accountId == actor.accountId() && leg.isLive())
                        .ifPresent(leg -> left(actor, locked, leg));
            }
        });
        media.apply(callId);
    }

    private void left(Actor actor, LockedCall locked, Leg leg) {
        var call = locked.call();
        leg.end(LegEnd.LEFT);
        Leg.flush();
        var others = Leg.liveOf(call.id);
        boolean talked = leg.role == LegRole.AGENT || leg.role == LegRole.COLLEAGUE;
        if (leg.role == LegRole.CUSTOMER) {
            calls.end(call, locked.ticket(), CallEnd.CUSTOMER, actor);
        } else if (talked && call.answeredAt != null && !LockedCall.isAnswered(others)) {
            calls.end(call, locked.ticket(), CallEnd.STAFF, actor);
        } else {
            locked.changed(others);
        }
    }

    private void supervised(Leg leg, Call call) {
        if (leg.role == LegRole.SUPERVISOR) {
            audit.record(Action.CALL_SUPERVISED, call.ticketId, null, LegView.of(leg, false));
        }
    }

    private static void checkMode(LegRole role, LegMode mode) {
        if (mode != LegMode.TALK && role != LegRole.SUPERVISOR) {
            throw ProblemType.FORBIDDEN.because(CallWords.SUPERVISORS_LISTEN);
        }
    }

    private static Leg own(Actor actor, long callId, long legId) {
        var leg = Leg.of(callId, legId)
                .filter(known -> known.accountId == actor.accountId())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(CallWords.NO_LEG, legId));
        if (!leg.isLive()) {
            throw over(leg.endedBy);
        }
        return leg;
    }

    /** Devices come back after some ends, and not after others. */
    private static HttpProblem over(@Nullable LegEnd end) {
        return ProblemType.CONFLICT
                .problem(CallWords.LEG_OVER, end)
                .with("endedBy", end)
                .build();
    }

    private LegState state(Actor actor, LockedCall locked, Leg leg, long after) {
        var call = locked.call();
        return new LegState(
                LegView.of(leg, !actor.isOnlyCustomer()),
                Calls.view(actor, call, locked.ticket()),
                peers(call, leg),
                Signals.to(call.id, leg.id, after),
                iceServers.forLeg(leg.id));
    }

    private static List<PeerView> peers(Call call, Leg leg) {
        return call.engine.isServer() ? withServer(call, leg) : withOneAnother(call, leg);
    }

    /** One sends to the server alone, which offers a connection for each whom one hears. */
    private static List<PeerView> withServer(Call call, Leg leg) {
        var me = leg.part();
        var server = new PeerView(0, false, true, false, true, call.moves);
        var heard = Leg.liveOf(call.id).stream()
                .filter(other -> Hearing.hears(me, other.part(), call.onHold))
                .map(other -> new PeerView(other.id, true, false, false, false, call.moves));
        return Stream.concat(leg.mode == LegMode.LISTEN ? Stream.empty() : Stream.of(server), heard)
                .toList();
    }

    private static List<PeerView> withOneAnother(Call call, Leg leg) {
        var me = leg.part();
        return Leg.liveOf(call.id).stream()
                .map(Leg::part)
                .filter(other -> other.leg() != me.leg() && Hearing.connects(me, other, call.onHold))
                .map(other -> new PeerView(
                        other.leg(),
                        Hearing.hears(me, other, call.onHold),
                        Hearing.hears(other, me, call.onHold),
                        Hearing.relays(me, other),
                        me.leg() > other.leg(),
                        call.moves))
                .toList();
    }
}
