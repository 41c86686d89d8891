package org.patchbay.views;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.fields.FieldDefinitions;
import org.patchbay.groups.GroupWords;
import org.patchbay.groups.Groups;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.EntityTags;
import org.patchbay.tickets.TicketSort;
import org.patchbay.views.ViewReferences.Named;

/** The saved views of staff: private ones, and those that supervisors keep for others. */
@ApplicationScoped
class SavedViews {

    /** Of an account, and of those that others see, too. */
    static final int MOST = 100;

    private final ViewReferences references;
    private final FieldDefinitions fields;
    private final Groups groups;
    private final Audit audit;

    SavedViews(ViewReferences references, FieldDefinitions fields, Groups groups, Audit audit) {
        this.references = references;
        this.fields = fields;
        this.groups = groups;
        this.audit = audit;
    }

    @Transactional
    SavedViewDetails create(Actor actor, SavedViewRequest request) {
        checkMayKeep(actor, request.shared());
        check(request);
        long there = request.shared() ? SavedView.countShared() : SavedView.countOf(actor.accountId());
        if (there >= MOST) {
            throw ProblemType.CONFLICT.because(ViewWords.TOO_MANY, MOST);
        }
        var details = details(actor, SavedView.create(actor.accountId(), request));
        if (details.shared()) {
            audit.record(Action.TICKET_VIEW_CREATED, details.id(), null, details);
        }
        return details;
    }

    @Transactional
    Page<SavedViewDetails> list(Actor actor, @Nullable String after, int limit) {
        var rows = SavedView.page(actor.accountId(), Cursor.id(after), limit + 1);
        return Page.of(rows, limit, details(actor, rows), view -> Cursor.at(view.id));
    }

    @Transactional
    SavedViewDetails read(Actor actor, long id) {
        return details(actor, find(actor, id));
    }

    /** Also moves it between others and one owner, who then is the actor. */
    @Transactional
    SavedViewDetails update(Actor actor, long id, SavedViewRequest change, @Nullable String ifMatch) {
        var view = find(actor, id);
        checkMayKeep(actor, view.isShared() || change.shared());
        EntityTags.check(ifMatch, view.version);
        check(change);
        var before = details(actor, view);
        view.set(actor.accountId(), change);
        SavedView.flush();
        var after = details(actor, view);
        if (before.shared() || after.shared()) {
            audit.record(
                    Action.TICKET_VIEW_UPDATED, id, before.shared() ? before : null, after.shared() ? after : null);
        }
        return after;
    }

    @Transactional
    void delete(Actor actor, long id, @Nullable String ifMatch) {
        var view = find(actor, id);
        checkMayKeep(actor, view.isShared());
        EntityTags.check(ifMatch, view.version);
        var details = details(actor, view);
        view.delete();
        SavedView.flush();
        if (details.shared()) {
            audit.record(Action.TICKET_VIEW_DELETED, id, details, null);
        }
    }

    private void check(SavedViewRequest request) {
        if (request.sort() != null) {
            TicketSort.ofText(request.sort());
        }
        var named = new Named(request.filter(), request.columns());
        references.missing(List.of(named)).apply(named).stream().findFirst().ifPresent(missing -> {
            throw ProblemType.CONFLICT.because(ViewWords.MISSING, missing.parameter(), missing.value());
        });
        if (request.filter().field() != null) {
            fields.filters(request.filter().field());
        }
        if (request.groupId() != null
                && groups.visible(Set.of(request.groupId())).isEmpty()) {
            throw ProblemType.CONFLICT.because(GroupWords.NO_GROUP, request.groupId());
        }
    }

    private SavedViewDetails details(Actor actor, SavedView view) {
        return details(actor, List.of(view)).apply(view);
    }

    private Function<SavedView, SavedViewDetails> details(Actor actor, List<SavedView> rows) {
        var missing = references.missing(rows.stream().map(SavedViews::named).toList());
        return view -> SavedViewDetails.of(view, !view.isShared() || maySteer(actor), missing.apply(named(view)));
    }

    private static Named named(SavedView view) {
        return new Named(view.filter, view.columns);
    }

    private static void checkMayKeep(Actor actor, boolean shared) {
        if (shared && !maySteer(actor)) {
            throw ProblemType.FORBIDDEN.because(ViewWords.SHARED);
        }
    }

    private static boolean maySteer(Actor actor) {
        return actor.is(Role.SUPERVISOR, Role.ADMIN);
    }

    private static SavedView find(Actor actor, long id) {
        return SavedView.seenBy(actor.accountId(), id)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(ViewWords.NO_VIEW, id));
    }
}
