package org.patchbay.groups;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.OrganisationSetup;
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.epoch.EpochCache;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.EntityTags;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** The tree of an organisation's groups, and the places of new things in it. */
@ApplicationScoped
@Priority(Groups.BEFORE_QUEUES)
public class Groups implements OrganisationSetup {

    /** Paths of ten ids fit their column. */
    static final int MAX_DEPTH = 10;

    /** The default queue of a new organisation is served by its root group, which must exist. */
    static final int BEFORE_QUEUES = 1;

    private final Audit audit;
    private final GroupEligibility eligibility;
    private final EpochCache<Long, Boolean> existing;

    Groups(Audit audit, GroupEligibility eligibility, ConfigurationEpoch epoch) {
        this.audit = audit;
        this.eligibility = eligibility;
        this.existing = new EpochCache<>(epoch);
    }

    @Override
    public void setUp(long organisation, String name) {
        Group.createRoot(organisation, name);
    }

    @Transactional
    GroupView create(GroupRequest request) {
        Group.lockRoot();
        var parent = parent(request);
        checkDepth(parent.depth() + 1);
        var group = Group.create(parent, request.name());
        Group.flush();
        var view = GroupView.of(group);
        audit.record(Action.GROUP_CREATED, view.id(), null, view);
        return view;
    }

    @Transactional
    Page<GroupView> list(@Nullable String after, int limit) {
        var rows = Group.page(Cursor.id(after), limit + 1);
        return Page.of(rows, limit, GroupView::of, group -> Cursor.at(group.id));
    }

    @Transactional
    GroupView read(long id) {
        return GroupView.of(find(id));
    }

    /** @throws HttpProblem {@code conflict} where the group would come below itself, or is the root and would move */
    @Transactional
    GroupView update(long id, GroupRequest change, @Nullable String ifMatch) {
        Group.lockRoot();
        var group = find(id);
        EntityTags.check(ifMatch, group.version);
        var before = GroupView.of(group);
        group.name = change.name();
        if (group.isRoot()) {
            if (change.parentId() != null) {
                throw ProblemType.CONFLICT.because(GroupWords.ROOT_HAS_NO_PARENT);
            }
        } else {
            var parent = parent(change);
            if (parent.isWithin(group)) {
                throw ProblemType.CONFLICT.because(GroupWords.BELOW_ITSELF);
            }
            if (!parent.id.equals(group.parentId)) {
                checkDepth(parent.depth() + 1 + Group.deepestWithin(group.path) - group.depth());
                group.moveTo(parent);
                Group.flush();
                eligibility.groupsMoved();
            }
        }
        Group.flush();
        var after = GroupView.of(group);
        audit.record(Action.GROUP_UPDATED, id, before, after);
        return after;
    }

    /** Refused while anything belongs to the group. */
    @Transactional
    void delete(long id, @Nullable String ifMatch) {
        Group.lockRoot();
        var group = find(id);
        EntityTags.check(ifMatch, group.version);
        if (group.isRoot()) {
            throw ProblemType.CONFLICT.because(GroupWords.ROOT_STAYS);
        }
        if (Group.hasChildren(id)) {
            throw ProblemType.STILL_REFERRED_TO.because(GroupWords.GROUPS_BELOW);
        }
        group.delete();
        Group.flush();
        audit.record(Action.GROUP_DELETED, id, GroupView.of(group), null);
    }

    /**
     * The group of a new customer, or of one that moves.
     *
     * @throws HttpProblem {@code conflict} where there is no such group, {@code forbidden} where none is named and it
     *     is unclear which of their groups the current user means
     */
    @Transactional
    public long forCustomer(@Nullable Long requested) {
        if (requested != null) {
            return known(requested);
        }
        var visibility = CurrentVisibility.current();
        if (visibility.allCustomers()) {
            // A user who sees all customers need not see the root.
            return CurrentVisibility.ofEverything(() -> Group.root().id);
        }
        if (visibility.home() == null) {
            throw ProblemType.FORBIDDEN.because(GroupWords.NAME_GROUP);
        }
        return visibility.home();
    }

    /**
     * The group of a new ticket: the customer's, unless that is invisible.
     *
     * @throws HttpProblem {@code conflict} where there is no such group
     */
    @Transactional
    public long forTicket(@Nullable Long requested, long groupOfCustomer) {
        if (requested != null) {
            return known(requested);
        }
        var visibility = CurrentVisibility.current();
        var home = visibility.home();
        boolean elsewhere = !visibility.allTickets() && !visibility.groups().contains(groupOfCustomer);
        return elsewhere && home != null ? home : groupOfCustomer;
    }

    /** Those of these groups that the current user sees. */
    @Transactional
    public Set<Long> visible(Collection<Long> ids) {
        return Group.<Group>list("id in ?1", ids).stream()
                .map(group -> group.id)
                .collect(Collectors.toSet());
    }

    private long known(long id) {
        boolean visible = CurrentVisibility.current().includesGroup(id) && existing.get(id, () -> Group.exists(id));
        if (!visible) {
            throw ProblemType.CONFLICT.because(GroupWords.NO_GROUP, id);
        }
        return id;
    }

    static Group find(long id) {
        return Group.byId(id).orElseThrow(() -> ProblemType.NOT_FOUND.because(GroupWords.NO_GROUP, id));
    }

    private static Group parent(GroupRequest request) {
        return request.parentId() == null
                ? Group.root()
                : Group.byId(request.parentId())
                        .orElseThrow(() -> ProblemType.CONFLICT.because(GroupWords.NO_GROUP, request.parentId()));
    }

    private static void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw ProblemType.CONFLICT.because(GroupWords.TOO_DEEP, MAX_DEPTH);
        }
    }
}
