package org.patchbay.tags;

import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.epoch.EpochCache;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.web.EntityTags;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.arc.All;

/** The tags of an organisation. */
@ApplicationScoped
public class Tags {

    /** Of an organisation: one page of their list. */
    static final int MOST = Page.MAX_LIMIT;

    private final Audit audit;
    private final List<TagNameRemoval> removals;
    private final EpochCache<Long, List<TagView>> tags;

    Tags(Audit audit, @All List<TagNameRemoval> removals, ConfigurationEpoch epoch) {
        this.audit = audit;
        this.removals = removals;
        this.tags = new EpochCache<>(epoch);
    }

    @Transactional
    public TagView create(TagRequest request) {
        if (Tag.count() >= MOST) {
            throw ProblemType.CONFLICT.because(TagWords.TOO_MANY, MOST);
        }
        var view = TagView.of(Tag.create(request));
        audit.record(Action.TAG_CREATED, view.id(), null, view);
        return view;
    }

    @Transactional
    Page<TagView> list(@Nullable String after, int limit) {
        var rows = Tag.page(Cursor.id(after), limit + 1);
        return Page.of(rows, limit, TagView::of, tag -> Cursor.at(tag.id));
    }

    @Transactional
    TagView read(long id) {
        return TagView.of(find(id));
    }

    /** Those of these tags that exist, archived ones, too, by their ids and in the order of their names. */
    @Transactional
    public Map<Long, TagView> views(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : all().stream()
                        .filter(tag -> ids.contains(tag.id()))
                        .collect(Collectors.toMap(
                                TagView::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    private List<TagView> all() {
        return tags.get(
                CurrentOrganisation.id(),
                () -> Tag.all().stream().map(TagView::of).toList());
    }

    /** Of all tags, archived ones, too. */
    @Transactional
    public Set<String> names() {
        return all().stream().map(TagView::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The tags that something is to get, by their ids.
     *
     * @throws HttpProblem {@code conflict} where one does not exist or is archived
     */
    @Transactional
    public List<TagView> assignable(Collection<Long> ids) {
        var known = views(ids);
        return ids.stream().distinct().map(id -> assignable(id, known.get(id))).toList();
    }

    /**
     * The tags that a ticket is to get, by their names as they are written.
     *
     * @throws HttpProblem {@code conflict} where one does not exist or is archived
     */
    @Transactional
    public List<TagView> assignableByName(Collection<String> names) {
        var known = Tag.named(names).stream().map(TagView::of).collect(Collectors.toMap(TagView::name, tag -> tag));
        return names.stream()
                .distinct()
                .map(name -> assignable(name, known.get(name)))
                .toList();
    }

    /** @param called what the request calls it */
    private static TagView assignable(Object called, @Nullable TagView tag) {
        if (tag == null) {
            throw ProblemType.CONFLICT.because(TagWords.NO_TAG, called);
        }
        if (tag.archived()) {
            throw ProblemType.CONFLICT.because(TagWords.ARCHIVED, tag.name());
        }
        return tag;
    }

    /** Another name is refused while the published policy asks for this one. */
    @Transactional
    TagView update(long id, TagRequest change, @Nullable String ifMatch) {
        var tag = find(id);
        EntityTags.check(ifMatch, tag.version);
        var before = TagView.of(tag);
        if (!change.name().equals(before.name())) {
            removing(before.name());
        }
        tag.set(change);
        Tag.flush();
        var after = TagView.of(tag);
        audit.record(Action.TAG_UPDATED, id, before, after);
        return after;
    }

    /** Refused while a ticket or customer bears the tag, or the published policy asks for it. */
    @Transactional
    void delete(long id, @Nullable String ifMatch) {
        var tag = find(id);
        EntityTags.check(ifMatch, tag.version);
        removing(tag.name);
        tag.delete();
        Tag.flush();
        audit.record(Action.TAG_DELETED, id, TagView.of(tag), null);
    }

    private void removing(String name) {
        removals.forEach(removal -> removal.nameRemoving(name));
    }

    private static Tag find(long id) {
        return Tag.byId(id).orElseThrow(() -> ProblemType.NOT_FOUND.because(TagWords.NO_TAG, id));
    }
}
