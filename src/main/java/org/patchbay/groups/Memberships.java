package org.patchbay.groups;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.groups.Membership.Placed;
import org.patchbay.identity.Accounts;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.Role;
import org.patchbay.shared.Cursor;
import org.patchbay.shared.Page;
import org.patchbay.shared.ProblemType;

import io.quarkus.arc.All;

/** Who belongs to which group, and what follows from it. */
@ApplicationScoped
public class Memberships {

    private final Organisations organisations;
    private final Accounts accounts;
    private final List<OwnCustomers> ownCustomers;
    private final Event<MembershipChanged> changed;
    private final Audit audit;

    Memberships(
            Organisations organisations,
            Accounts accounts,
            @All List<OwnCustomers> ownCustomers,
            Event<MembershipChanged> changed,
            Audit audit) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.ownCustomers = ownCustomers;
        this.changed = changed;
        this.audit = audit;
    }

    /** Admins see everything, customers what is theirs, all others what their memberships say and their own work. */
    @Transactional
    Sight sightOf(Actor actor) {
        if (actor.is(Role.ADMIN, Role.OPERATOR)) {
            return Sight.EVERYTHING;
        }
        if (actor.isOnlyCustomer()) {
            return Sight.ofCustomer(ownCustomersOf(actor));
        }
        var isolation = organisations.isolation();
        if (isolation.hidesNothing()) {
            return Sight.EVERYTHING;
        }
        var places = Membership.placesOf(actor.accountId());
        var seen = reach(places, place -> place.sees() != Sees.OWN);
        if (seen.everything()) {
            return Sight.EVERYTHING;
        }
        return new Sight(
                true,
                !isolation.tickets(),
                !isolation.customers(),
                !isolation.agents(),
                seen.groups(),
                places.size() == 1 && places.getFirst().sees() != Sees.OWN
                        ? places.getFirst().groupId()
                        : null,
                isolation.customers() ? ownCustomersOf(actor) : Set.of(),
                actor.accountId());
    }

    private Set<Long> ownCustomersOf(Actor actor) {
        return ownCustomers.stream().flatMap(some -> some.of(actor).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The groups whose tickets an agent may be given, in an organisation that isolates tickets: those the agent belongs
     * to, also where they see no more there than their own work. Who belongs to none may be given what is of no group but
     * the organisation.
     */
    @Transactional
    public Reach routableTo(long agentId) {
        var places = Membership.placesOf(agentId);
        return places.isEmpty() ? new Reach(false, Set.of(Group.root().id)) : reach(places, place -> true);
    }

    private static Reach reach(List<Placed> places, Predicate<Placed> counts) {
        var groups = new HashSet<Long>();
        for (var place : places) {
            if (place.sees() == Sees.ORGANISATION) {
                return Reach.EVERYTHING;
            }
            if (place.sees() == Sees.SUBTREE) {
                groups.addAll(Group.idsWithin(place.path()));
            } else if (counts.test(place)) {
                groups.add(place.groupId());
            }
        }
        return new Reach(false, Collections.unmodifiableSet(groups));
    }

    @Transactional
    Page<MemberView> list(long groupId, String after, int limit) {
        Groups.find(groupId);
        var rows = Membership.page(groupId, Cursor.id(after), limit + 1);
        return Page.of(rows, limit, Function.identity(), member -> Cursor.at(member.accountId()));
    }

    /** Joins, or sees other things from now on. */
    @Transactional
    MemberView put(long groupId, long accountId, Sees sees) {
        Groups.find(groupId);
        if (accounts.nameOf(accountId).isEmpty()) {
            throw unknownAccount(accountId);
        }
        return view(join(groupId, accountId, sees));
    }

    @Transactional
    void remove(long groupId, long accountId) {
        Groups.find(groupId);
        var membership = Membership.of(accountId, groupId).orElseThrow(() -> unknownAccount(accountId));
        leave(membership);
    }

    /** Makes these, by the group's id, all the memberships an account has; ids that no group has are left out. */
    @Transactional
    public void replace(long accountId, Map<Long, Sees> wanted) {
        for (var membership : Membership.ofAccount(accountId)) {
            if (!wanted.containsKey(membership.groupId)) {
                leave(membership);
            }
        }
        wanted.forEach((groupId, sees) -> Group.byId(groupId).ifPresent(group -> join(group.id, accountId, sees)));
    }

    private Membership join(long groupId, long accountId, Sees sees) {
        var existing = Membership.of(accountId, groupId);
        var membership = existing.orElseGet(() -> Membership.create(accountId, groupId, sees));
        if (existing.isEmpty() || membership.sees != sees) {
            var before = existing.map(this::view).orElse(null);
            membership.sees = sees;
            audit.record(Action.MEMBERSHIP_SET, accountId, before, view(membership));
            changed.fire(new MembershipChanged(membership.organisationId(), accountId));
        }
        return membership;
    }

    private void leave(Membership membership) {
        membership.delete();
        audit.record(Action.MEMBERSHIP_REMOVED, membership.accountId, view(membership), null);
        changed.fire(new MembershipChanged(membership.organisationId(), membership.accountId));
    }

    private MemberView view(Membership membership) {
        return new MemberView(
                membership.groupId,
                membership.accountId,
                accounts.nameOf(membership.accountId).orElse(""),
                membership.sees);
    }

    private static RuntimeException unknownAccount(long id) {
        return ProblemType.NOT_FOUND.because("There is no account " + id + " in this group.");
    }
}
