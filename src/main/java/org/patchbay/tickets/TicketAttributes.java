package org.patchbay.tickets;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.fields.FieldDefinitions;
import org.patchbay.fields.FieldView;
import org.patchbay.identity.Actor;
import org.patchbay.shared.language.Texts;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.tags.TagView;
import org.patchbay.tags.Tags;
import org.patchbay.tickets.attributes.TagChange;
import org.patchbay.tickets.attributes.TicketFieldValue;
import org.patchbay.tickets.attributes.TicketTag;

import io.quarkiverse.resteasy.problem.HttpProblem;

import static java.util.Objects.requireNonNull;

/**
 * The tags of tickets, and the values of their fields. A ticket's row has them; rows of {@link TicketTag} and
 * {@link TicketFieldValue} are copies by which it is found. Call under the ticket's lock.
 */
@ApplicationScoped
public class TicketAttributes {

    /** Of a ticket. */
    public static final int MOST_TAGS = 20;

    /** Of a request; an organisation has no more fields. */
    public static final int MOST_VALUES = 50;

    /** Of an event, in characters. */
    private static final int LONGEST_NOTE = 4_000;

    private final Tags tags;
    private final FieldDefinitions fields;

    TicketAttributes(Tags tags, FieldDefinitions fields) {
        this.tags = tags;
        this.fields = fields;
    }

    /**
     * Sets what a ticket that is about to be opened gets.
     *
     * @throws HttpProblem as {@link #tag} and {@link #set}
     */
    void prepare(Ticket ticket, OpenTicket request) {
        if (request.tagIds() != null) {
            ticket.tagIds = ids(tags.assignable(request.tagIds()));
        }
        if (request.fields() != null) {
            ticket.fieldValues = changed(
                    Map.of(), request.fields(), fields.existing(request.fields().keySet()));
        }
    }

    /** Has a ticket that was opened found by what it got. */
    void index(Ticket ticket) {
        ticket.tagIds().forEach(tag -> TicketTag.add(ticket.id, tag));
        var known = fields.views(ticket.fieldValues().keySet());
        ticket.fieldValues()
                .forEach((key, value) -> TicketFieldValue.add(ticket.id, requireNonNull(known.get(key)), value));
    }

    /** @throws HttpProblem {@code conflict} where a tag does not exist or is archived, or there would be too many */
    void tag(Ticket ticket, TagChange change, Actor actor) {
        var before = ticket.tagIds();
        var lost = change.remove().stream().filter(before::contains).distinct().toList();
        var gained = tags.assignable(change.add().stream()
                .filter(tag -> !before.contains(tag) || lost.contains(tag))
                .toList());
        var after = new LinkedHashSet<>(before);
        lost.forEach(after::remove);
        after.addAll(ids(gained));
        if (after.size() > MOST_TAGS) {
            throw ProblemType.CONFLICT.because(TicketWords.TOO_MANY_TAGS, MOST_TAGS);
        }
        var now = List.copyOf(after);
        if (now.equals(before)) {
            return;
        }
        TicketTag.remove(ticket.id, lost);
        gained.forEach(tag -> TicketTag.add(ticket.id, tag.id()));
        ticket.tagIds = now;
        ticket.record(
                TicketEventType.TAGGED, actor, said(gained, tags.views(lost).values()));
    }

    private static String said(Collection<TagView> gained, Collection<TagView> lost) {
        return Stream.concat(
                        gained.stream().map(tag -> "+" + tag.name()),
                        lost.stream().map(tag -> "-" + tag.name()))
                .collect(Collectors.joining(", "));
    }

    /**
     * @throws HttpProblem {@code conflict} where there is no such field, or it is archived; {@code validation-failed}
     *     where a value is not of its field's type
     */
    void set(Ticket ticket, Map<String, @Nullable Object> change, Actor actor) {
        var known = fields.existing(change.keySet());
        var before = ticket.fieldValues();
        var after = changed(before, change, known);
        var different = known.values().stream()
                .filter(field -> !Objects.equals(before.get(field.key()), after.get(field.key())))
                .toList();
        if (different.isEmpty()) {
            return;
        }
        TicketFieldValue.remove(
                List.of(ticket.id), different.stream().map(FieldView::id).toList());
        different.stream()
                .filter(field -> after.containsKey(field.key()))
                .forEach(field -> TicketFieldValue.add(ticket.id, field, requireNonNull(after.get(field.key()))));
        ticket.fieldValues = after;
        ticket.record(
                TicketEventType.FIELDS_SET,
                actor,
                Texts.beginning(
                        different.stream().map(FieldView::label).collect(Collectors.joining(", ")), LONGEST_NOTE));
    }

    private static Map<String, Object> changed(
            Map<String, Object> before, Map<String, @Nullable Object> change, Map<String, FieldView> known) {
        var after = new TreeMap<>(before);
        change.forEach((key, value) -> {
            if (value == null) {
                after.remove(key);
            } else {
                after.put(key, FieldDefinitions.value(requireNonNull(known.get(key)), value));
            }
        });
        return after;
    }

    /** Removes what may tell of their customers. */
    void erase(Collection<Ticket> tickets) {
        var telling = fields
                .views(tickets.stream()
                        .flatMap(ticket -> ticket.fieldValues().keySet().stream())
                        .collect(Collectors.toSet()))
                .values()
                .stream()
                .filter(field -> !field.type().isOfTheHouse())
                .toList();
        if (telling.isEmpty()) {
            return;
        }
        var keys = telling.stream().map(FieldView::key).toList();
        tickets.forEach(ticket -> {
            var left = new TreeMap<>(ticket.fieldValues());
            left.keySet().removeAll(keys);
            ticket.fieldValues = left;
        });
        TicketFieldValue.remove(
                tickets.stream().map(Ticket::id).toList(),
                telling.stream().map(FieldView::id).toList());
    }

    private static List<Long> ids(List<TagView> some) {
        return some.stream().map(TagView::id).toList();
    }
}
