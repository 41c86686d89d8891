package org.patchbay.agents.reasons;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.AgentWords;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.OrganisationSetup;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.EntityTags;

/** The reasons for being away that an organisation knows. */
@ApplicationScoped
class PresenceReasons implements OrganisationSetup {

    private final Audit audit;

    PresenceReasons(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void setUp(long organisation, String name) {
        PresenceReason.createMissedOffers(organisation, Language.ofReader());
    }

    @Transactional
    PresenceReasonView create(ReasonRequest request) {
        var view = PresenceReasonView.of(PresenceReason.create(request.name()));
        audit.record(Action.PRESENCE_REASON_CREATED, view.id(), null, view);
        return view;
    }

    @Transactional
    Page<PresenceReasonView> list(@Nullable String after, int limit) {
        var rows = PresenceReason.page(Cursor.id(after), limit + 1);
        return Page.of(rows, limit, PresenceReasonView::of, reason -> Cursor.at(reason.id));
    }

    @Transactional
    PresenceReasonView read(long id) {
        return PresenceReasonView.of(find(id));
    }

    @Transactional
    PresenceReasonView update(long id, ReasonRequest change, @Nullable String ifMatch) {
        var reason = find(id);
        EntityTags.check(ifMatch, reason.version);
        var before = PresenceReasonView.of(reason);
        reason.name = change.name();
        PresenceReason.flush();
        var after = PresenceReasonView.of(reason);
        audit.record(Action.PRESENCE_REASON_UPDATED, id, before, after);
        return after;
    }

    /** Refused while an agent is away for this reason. */
    @Transactional
    void delete(long id, @Nullable String ifMatch) {
        var reason = find(id);
        EntityTags.check(ifMatch, reason.version);
        reason.delete();
        PresenceReason.flush();
        audit.record(Action.PRESENCE_REASON_DELETED, id, PresenceReasonView.of(reason), null);
    }

    private static PresenceReason find(long id) {
        return PresenceReason.byId(id).orElseThrow(() -> ProblemType.NOT_FOUND.because(AgentWords.NO_REASON, id));
    }
}
