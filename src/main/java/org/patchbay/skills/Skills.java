package org.patchbay.skills;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.epoch.EpochCache;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.EntityTags;

/** The skills of an organisation. */
@ApplicationScoped
public class Skills {

    private final Audit audit;
    private final EpochCache<Long, Boolean> existing;

    Skills(Audit audit, ConfigurationEpoch epoch) {
        this.audit = audit;
        this.existing = new EpochCache<>(epoch);
    }

    @Transactional
    SkillView create(SkillRequest request) {
        var view = SkillView.of(Skill.create(request.name()));
        audit.record(Action.SKILL_CREATED, view.id(), null, view);
        return view;
    }

    @Transactional
    Page<SkillView> list(@Nullable String after, int limit) {
        var rows = Skill.page(Cursor.id(after), limit + 1);
        return Page.of(rows, limit, SkillView::of, skill -> Cursor.at(skill.id));
    }

    @Transactional
    SkillView read(long id) {
        return SkillView.of(find(id));
    }

    @Transactional
    public boolean exists(long id) {
        return existing.get(id, () -> Skill.byId(id).isPresent());
    }

    /** The names of those of these skills that exist, by their ids. */
    @Transactional
    public Map<Long, String> names(Collection<Long> ids) {
        return Skill.<Skill>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(skill -> skill.id, skill -> skill.name));
    }

    @Transactional
    SkillView update(long id, SkillRequest change, @Nullable String ifMatch) {
        var skill = find(id);
        EntityTags.check(ifMatch, skill.version);
        var before = SkillView.of(skill);
        skill.name = change.name();
        Skill.flush();
        var after = SkillView.of(skill);
        audit.record(Action.SKILL_UPDATED, id, before, after);
        return after;
    }

    /** Refused while an agent has the skill, or something requires it. */
    @Transactional
    void delete(long id, @Nullable String ifMatch) {
        var skill = find(id);
        EntityTags.check(ifMatch, skill.version);
        skill.delete();
        Skill.flush();
        audit.record(Action.SKILL_DELETED, id, SkillView.of(skill), null);
    }

    private static Skill find(long id) {
        return Skill.byId(id).orElseThrow(() -> ProblemType.NOT_FOUND.because(SkillWords.NO_SKILL, id));
    }
}
