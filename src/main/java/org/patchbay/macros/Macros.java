package org.patchbay.macros;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.fields.FieldDefinitions;
import org.patchbay.queues.QueueWords;
import org.patchbay.queues.Queues;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.EntityTags;
import org.patchbay.tags.Tags;

import static java.util.Objects.requireNonNull;

/** The macros of an organisation, which supervisors keep. */
@ApplicationScoped
class Macros {

    /** One page of their list. */
    static final int MOST = Page.MAX_LIMIT;

    private final Tags tags;
    private final FieldDefinitions fields;
    private final Queues queues;
    private final Audit audit;

    Macros(Tags tags, FieldDefinitions fields, Queues queues, Audit audit) {
        this.tags = tags;
        this.fields = fields;
        this.queues = queues;
        this.audit = audit;
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where it names what does not exist, or there
     *     are too many
     */
    @Transactional
    MacroView create(MacroRequest request) {
        if (Macro.count() >= MOST) {
            throw ProblemType.CONFLICT.because(MacroWords.TOO_MANY, MOST);
        }
        check(request.steps());
        var view = MacroView.of(Macro.create(request));
        audit.record(Action.MACRO_CREATED, view.id(), null, view);
        return view;
    }

    @Transactional
    Page<MacroView> list(@Nullable String after, int limit) {
        var rows = Macro.page(Cursor.id(after), limit + 1);
        return Page.of(rows, limit, MacroView::of, macro -> Cursor.at(macro.id));
    }

    @Transactional
    MacroView read(long id) {
        return MacroView.of(find(id));
    }

    @Transactional
    MacroView update(long id, MacroRequest change, @Nullable String ifMatch) {
        var macro = find(id);
        EntityTags.check(ifMatch, macro.version);
        check(change.steps());
        var before = MacroView.of(macro);
        macro.set(change);
        Macro.flush();
        var after = MacroView.of(macro);
        audit.record(Action.MACRO_UPDATED, id, before, after);
        return after;
    }

    @Transactional
    void delete(long id, @Nullable String ifMatch) {
        var macro = find(id);
        EntityTags.check(ifMatch, macro.version);
        var view = MacroView.of(macro);
        macro.delete();
        Macro.flush();
        audit.record(Action.MACRO_DELETED, id, view, null);
    }

    private void check(MacroSteps steps) {
        tags.assignable(steps.tagIds());
        var known = fields.existing(steps.fields().keySet());
        steps.fields().forEach((key, value) -> Optional.ofNullable(value)
                .ifPresent(given -> FieldDefinitions.value(requireNonNull(known.get(key)), given)));
        var queue = steps.queueId();
        if (queue != null && queues.find(queue).isEmpty()) {
            throw ProblemType.CONFLICT.because(QueueWords.NO_QUEUE, queue);
        }
    }

    private static Macro find(long id) {
        return Macro.known(id).orElseThrow(() -> ProblemType.NOT_FOUND.because(MacroWords.NO_MACRO, id));
    }
}
