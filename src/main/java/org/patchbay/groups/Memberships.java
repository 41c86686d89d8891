package org.patchbay.groups;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.groups.Membership.Placed;
import org.patchbay.identity.Accounts;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Isolation;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.Role;
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.epoch.EpochCache;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;

/** The members of groups, and the visibility that follows. */
@ApplicationScoped
public class Memberships {

    private final Organisations organisations;
    private final Accounts accounts;
    private final OwnCustomer ownCustomer;
    private final GroupEligibility eligibility;
    private final Audit audit;
    private final EpochCache<Long, Visibility> visibilities;

    Memberships(
            Organisations organisations,
            Accounts accounts,
            OwnCustomer ownCustomer,
            GroupEligibility eligibility,
            Audit audit,
            ConfigurationEpoch epoch) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.ownCustomer = ownCustomer;
        this.eligibility = eligibility;
        this.audit = audit;
        this.visibilities = new EpochCache<>(epoch);
    }

    /**
     * The visibility of an actor. Admins see everything and customers their own data. All others see their own work,
     * and what their memberships show.
     */
    @Transactional
    public Visibility visibilityOf(Actor actor) {
        if (actor.is(Role.ADMIN, Role.OPERATOR)) {
            return Visibility.EVERYTHING;
        }
        if (actor.isOnlyCustomer()) {
            return Visibility.ofCustomer(
                    ownCustomer.ofAccount(actor.accountId()).orElse(0L));
        }
        var isolation = organisations.isolation();
        return isolation.isOfNothing()
                ? Visibility.EVERYTHING
                : visibilities.get(
                        actor.accountId(),
                        () -> CurrentVisibility.ofEverything(() -> ofStaff(actor.accountId(), isolation)));
    }

    private static Visibility ofStaff(long account, Isolation isolation) {
        var places = Membership.places(account);
        var seen = reach(places);
        if (seen.everything()) {
            return Visibility.EVERYTHING;
        }
        return new Visibility(
                true,
                !isolation.tickets(),
                !isolation.customers(),
                !isolation.agents(),
                seen.groups(),
                places.size() == 1 && places.getFirst().sees() != VisibilityLevel.OWN
                        ? places.getFirst().groupId()
                        : null,
                0,
                account);
    }

    /** As {@link #visibilityOf}, of many actors of one organisation. */
    @Transactional
    public Map<Actor, Visibility> visibilitiesOf(Set<Actor> actors) {
        return actors.stream().collect(Collectors.toMap(Function.identity(), this::visibilityOf));
    }

    /** The groups of an account, whatever its visibility there. */
    @Transactional
    public Set<Long> groupsOf(long accountId) {
        return Membership.ofAccount(accountId).stream()
                .map(membership -> membership.groupId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static GroupScope reach(List<Placed> places) {
        var groups = new HashSet<Long>();
        for (var place : places) {
            if (place.sees() == VisibilityLevel.ORGANISATION) {
                return GroupScope.EVERYTHING;
            }
            if (place.sees() == VisibilityLevel.SUBTREE) {
                groups.addAll(Group.idsWithin(place.path()));
            } else if (place.sees() == VisibilityLevel.GROUP) {
                groups.add(place.groupId());
            }
        }
        return new GroupScope(false, Collections.unmodifiableSet(groups));
    }

    @Transactional
    Page<MemberView> list(long groupId, @Nullable String after, int limit) {
        Groups.find(groupId);
        var rows = Membership.page(groupId, Cursor.id(after), limit + 1);
        return Page.of(rows, limit, Function.identity(), member -> Cursor.at(member.accountId()));
    }

    /** Joins the group, or changes the visibility level there. */
    @Transactional
    MemberView put(long groupId, long accountId, VisibilityLevel sees) {
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

    /** Replaces all memberships of an account by these, by the group's id; ids of no group are left out. */
    @Transactional
    public void replace(long accountId, Map<Long, VisibilityLevel> wanted) {
        for (var membership : Membership.ofAccount(accountId)) {
            if (!wanted.containsKey(membership.groupId)) {
                leave(membership);
            }
        }
        wanted.forEach((groupId, sees) -> Group.byId(groupId).ifPresent(group -> join(group.id, accountId, sees)));
    }

    private Membership join(long groupId, long accountId, VisibilityLevel sees) {
        var existing = Membership.of(accountId, groupId);
        var membership = existing.orElseGet(() -> Membership.create(accountId, groupId, sees));
        if (existing.isEmpty() || membership.sees != sees) {
            var before = existing.map(this::view).orElse(null);
            membership.sees = sees;
            audit.record(Action.MEMBERSHIP_SET, accountId, before, view(membership));
            eligibility.membershipChanged(accountId);
        }
        return membership;
    }

    private void leave(Membership membership) {
        membership.delete();
        audit.record(Action.MEMBERSHIP_REMOVED, membership.accountId, view(membership), null);
        eligibility.membershipChanged(membership.accountId);
    }

    private MemberView view(Membership membership) {
        return new MemberView(
                membership.groupId,
                membership.accountId,
                accounts.nameOf(membership.accountId).orElse(""),
                membership.sees);
    }

    private static RuntimeException unknownAccount(long id) {
        return ProblemType.NOT_FOUND.because(GroupWords.NO_MEMBER, id);
    }
}
