package org.patchbay.fields;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.epoch.EpochCache;
import org.patchbay.shared.language.Sentence;
import org.patchbay.shared.language.ValueWords;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.web.EntityTags;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.arc.All;

import static java.util.Objects.requireNonNull;

/** The fields that an organisation gave its tickets, and what their values may be. */
@ApplicationScoped
public class FieldDefinitions {

    /** Of an organisation. */
    static final int MOST = 50;

    static final int MOST_OPTIONS = 50;

    /** That a list is filtered by. */
    static final int MOST_FILTERS = 5;

    /** Conditions read {@code fields.KEY}, where CEL takes no word of its own. */
    static final String KEY = "(?!(as|break|const|continue|else|false|for|function|if|import|in|let|loop|namespace|null"
            + "|package|return|true|var|void|while)$)[a-z][a-z0-9_]{0,39}";

    /** Between the key of a filter and its value. */
    private static final char COLON = ':';

    private static final String TO = "..";

    private final Audit audit;
    private final List<FieldDeletion> deletions;
    private final EpochCache<Long, List<FieldView>> fields;

    FieldDefinitions(Audit audit, @All List<FieldDeletion> deletions, ConfigurationEpoch epoch) {
        this.audit = audit;
        this.fields = new EpochCache<>(epoch);
        this.deletions = deletions;
    }

    @Transactional
    public FieldView create(NewField request) {
        if (FieldDefinition.count() >= MOST) {
            throw ProblemType.CONFLICT.because(FieldWords.TOO_MANY, MOST);
        }
        checkOptions(request.type(), request.options());
        var view = FieldView.of(FieldDefinition.create(request));
        audit.record(Action.TICKET_FIELD_CREATED, view.id(), null, view);
        return view;
    }

    @Transactional
    Page<FieldView> list(@Nullable String after, int limit) {
        var rows = FieldDefinition.page(Cursor.id(after), limit + 1);
        return Page.of(rows, limit, FieldView::of, field -> Cursor.at(field.id));
    }

    /** Archived ones, too. */
    @Transactional
    public List<FieldView> all() {
        return fields.get(
                CurrentOrganisation.id(),
                () -> FieldDefinition.all().stream().map(FieldView::of).toList());
    }

    @Transactional
    FieldView read(long id) {
        return FieldView.of(find(id));
    }

    /** Those of these fields that exist, archived ones, too, by their keys and in their order. */
    @Transactional
    public Map<String, FieldView> views(Collection<String> keys) {
        return keys.isEmpty()
                ? Map.of()
                : all().stream()
                        .filter(field -> keys.contains(field.key()))
                        .collect(Collectors.toMap(
                                FieldView::key, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    @Transactional
    FieldView update(long id, FieldChange change, @Nullable String ifMatch) {
        var field = find(id);
        EntityTags.check(ifMatch, field.version);
        checkOptions(field.type, change.options());
        var before = FieldView.of(field);
        field.set(change);
        FieldDefinition.flush();
        var after = FieldView.of(field);
        audit.record(Action.TICKET_FIELD_UPDATED, id, before, after);
        return after;
    }

    /** Refused while a ticket has a value of it, or the published policy asks for it. */
    @Transactional
    void delete(long id, @Nullable String ifMatch) {
        var field = find(id);
        EntityTags.check(ifMatch, field.version);
        var view = FieldView.of(field);
        deletions.forEach(deletion -> deletion.fieldDeleting(view));
        field.delete();
        FieldDefinition.flush();
        audit.record(Action.TICKET_FIELD_DELETED, id, view, null);
    }

    /**
     * These fields, by their keys.
     *
     * @throws HttpProblem {@code conflict} where one does not exist
     */
    @Transactional
    public Map<String, FieldView> existing(Collection<String> keys) {
        var known = views(keys);
        keys.stream().filter(key -> !known.containsKey(key)).findFirst().ifPresent(key -> {
            throw ProblemType.CONFLICT.because(FieldWords.NO_FIELD, key);
        });
        return known;
    }

    /**
     * Values as they are kept, by the keys of their fields.
     *
     * @param json as Jackson reads it; none is null
     * @throws HttpProblem as {@link #existing} and {@link #value}
     */
    @Transactional
    public Map<String, Object> values(Map<String, Object> json) {
        var known = existing(json.keySet());
        var values = new TreeMap<String, Object>();
        json.forEach((key, value) -> values.put(key, value(requireNonNull(known.get(key)), value)));
        return values;
    }

    /**
     * A value as it is kept: a text, a number or a boolean.
     *
     * @param json as Jackson reads it
     * @throws HttpProblem {@code validation-failed} where it is not of the field's type, {@code conflict} where the
     *     field is archived
     */
    public static Object value(FieldView field, Object json) {
        if (field.archived()) {
            throw ProblemType.CONFLICT.because(FieldWords.ARCHIVED, field.key());
        }
        return field.type()
                .value(json, field.options())
                .orElseThrow(
                        () -> ProblemType.VALIDATION_FAILED.because(FieldWords.VALUE, field.key(), expected(field)));
    }

    /**
     * The filters that were asked for, each as {@code key:value} or {@code key:least..most}.
     *
     * @throws HttpProblem {@code bad-request} where there is no such field, or a value is not of its type
     */
    @Transactional
    public List<FieldFilter> filters(List<String> texts) {
        if (texts.size() > MOST_FILTERS) {
            throw ProblemType.BAD_REQUEST.because(FieldWords.TOO_MANY_FILTERS, MOST_FILTERS);
        }
        var known = views(texts.stream().map(FieldDefinitions::key).toList());
        return texts.stream().map(text -> filter(text, known)).toList();
    }

    private static String key(String text) {
        int colon = text.indexOf(COLON);
        if (colon < 0 || text.substring(colon + 1).isBlank()) {
            throw ProblemType.BAD_REQUEST.because(FieldWords.FILTER);
        }
        return text.substring(0, colon);
    }

    private static FieldFilter filter(String text, Map<String, FieldView> known) {
        var key = key(text);
        var field = Optional.ofNullable(known.get(key))
                .orElseThrow(() -> ProblemType.BAD_REQUEST.because(FieldWords.NO_FIELD, key));
        var value = text.substring(key.length() + 1);
        return switch (field.type()) {
            case TEXT, CHOICE -> new FieldFilter(field.id(), value, value);
            case YES_NO -> same(field, yesOrNo(value).orElseThrow(() -> wrong(field)));
            case NUMBER -> range(field, value, FieldType::number);
            case DATE -> range(field, value, FieldType::date);
        };
    }

    private static <T> FieldFilter range(FieldView field, String value, Function<String, Optional<T>> parse) {
        int to = value.indexOf(TO);
        if (to < 0) {
            return same(field, parse.apply(value).orElseThrow(() -> wrong(field)));
        }
        var ends = List.of(value.substring(0, to), value.substring(to + TO.length()));
        var parsed = ends.stream()
                .map(end -> end.isEmpty()
                        ? Optional.<T>empty()
                        : Optional.of(parse.apply(end).orElseThrow(() -> wrong(field))))
                .toList();
        if (parsed.stream().allMatch(Optional::isEmpty)) {
            throw wrong(field);
        }
        return new FieldFilter(
                field.id(), parsed.get(0).orElse(null), parsed.get(1).orElse(null));
    }

    private static FieldFilter same(FieldView field, Object value) {
        return new FieldFilter(field.id(), value, value);
    }

    /** As the column has it. */
    private static Optional<BigDecimal> yesOrNo(String text) {
        return switch (text) {
            case "true" -> Optional.of(BigDecimal.ONE);
            case "false" -> Optional.of(BigDecimal.ZERO);
            default -> Optional.empty();
        };
    }

    private static HttpProblem wrong(FieldView field) {
        return ProblemType.BAD_REQUEST.because(FieldWords.VALUE, field.key(), expected(field));
    }

    private static Sentence expected(FieldView field) {
        return switch (field.type()) {
            case TEXT -> FieldWords.A_TEXT.with(FieldType.LONGEST_TEXT);
            case NUMBER -> FieldWords.A_NUMBER.with();
            case DATE -> ValueWords.DATE.with();
            case CHOICE -> ValueWords.ONE_OF.with(String.join(", ", field.options()));
            case YES_NO -> ValueWords.TRUE_OR_FALSE.with();
        };
    }

    private static void checkOptions(FieldType type, List<String> options) {
        boolean right =
                (type == FieldType.CHOICE) != options.isEmpty() && new HashSet<>(options).size() == options.size();
        if (!right) {
            throw ProblemType.VALIDATION_FAILED.because(FieldWords.OPTIONS, MOST_OPTIONS);
        }
    }

    private static FieldDefinition find(long id) {
        return FieldDefinition.byId(id).orElseThrow(() -> ProblemType.NOT_FOUND.because(FieldWords.NO_FIELD, id));
    }
}
