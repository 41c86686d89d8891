package org.patchbay.replies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.search.Search;
import org.patchbay.shared.web.EntityTags;

/** The saved replies of staff: private ones, and those that supervisors keep for everybody. */
@ApplicationScoped
class SavedReplies {

    private final Audit audit;

    SavedReplies(Audit audit) {
        this.audit = audit;
    }

    @Transactional
    ReplyView create(Actor actor, ReplyRequest request) {
        checkMayKeep(actor, request.shared());
        var reply = SavedReply.create(actor.accountId(), request);
        var view = ReplyView.of(reply);
        if (view.shared()) {
            audit.record(Action.SAVED_REPLY_CREATED, view.id(), null, view);
        }
        return view;
    }

    @Transactional
    Page<ReplyView> list(Actor actor, @Nullable String text, @Nullable String after, int limit) {
        var rows = SavedReply.page(actor.accountId(), Search.part(text), Cursor.id(after), limit + 1);
        return Page.of(rows, limit, ReplyView::of, reply -> Cursor.at(reply.id));
    }

    @Transactional
    ReplyView read(Actor actor, long id) {
        return ReplyView.of(find(actor, id));
    }

    /** Also moves it between everybody and one owner, who then is the actor. */
    @Transactional
    ReplyView update(Actor actor, long id, ReplyRequest change, @Nullable String ifMatch) {
        var reply = find(actor, id);
        checkMayKeep(actor, reply.isShared() || change.shared());
        EntityTags.check(ifMatch, reply.version);
        var before = ReplyView.of(reply);
        reply.set(actor.accountId(), change);
        SavedReply.flush();
        var after = ReplyView.of(reply);
        if (before.shared() || after.shared()) {
            audit.record(
                    Action.SAVED_REPLY_UPDATED, id, before.shared() ? before : null, after.shared() ? after : null);
        }
        return after;
    }

    @Transactional
    void delete(Actor actor, long id, @Nullable String ifMatch) {
        var reply = find(actor, id);
        checkMayKeep(actor, reply.isShared());
        EntityTags.check(ifMatch, reply.version);
        reply.delete();
        SavedReply.flush();
        if (reply.isShared()) {
            audit.record(Action.SAVED_REPLY_DELETED, id, ReplyView.of(reply), null);
        }
    }

    private static void checkMayKeep(Actor actor, boolean shared) {
        if (shared && !actor.is(Role.SUPERVISOR, Role.ADMIN)) {
            throw ProblemType.FORBIDDEN.because(ReplyWords.SHARED);
        }
    }

    private static SavedReply find(Actor actor, long id) {
        return SavedReply.seenBy(actor.accountId(), id)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(ReplyWords.NO_REPLY, id));
    }
}
