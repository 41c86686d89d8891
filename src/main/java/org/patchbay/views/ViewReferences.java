package org.patchbay.views;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.Agents;
import org.patchbay.fields.FieldDefinitions;
import org.patchbay.groups.Groups;
import org.patchbay.queues.Queues;
import org.patchbay.tags.Tags;
import org.patchbay.views.SavedViewDetails.Missing;

/** Finds what views name and what is not there: with one query for each kind of thing, however many views there are. */
@ApplicationScoped
class ViewReferences {

    private final Queues queues;
    private final Agents agents;
    private final Groups groups;
    private final Tags tags;
    private final FieldDefinitions fields;

    ViewReferences(Queues queues, Agents agents, Groups groups, Tags tags, FieldDefinitions fields) {
        this.queues = queues;
        this.agents = agents;
        this.groups = groups;
        this.tags = tags;
        this.fields = fields;
    }

    /** The things that a view names. */
    record Named(ViewFilter filter, List<String> columns) {

        private Stream<Long> tags() {
            return filter.tagId() == null ? Stream.of() : filter.tagId().stream();
        }

        private Stream<String> filtered() {
            return filter.field() == null
                    ? Stream.of()
                    : filter.field().stream().map(text -> text.split(":", 2)[0]);
        }

        private Stream<String> shown() {
            return columns.stream()
                    .filter(column -> column.startsWith(SavedViewRequest.FIELD))
                    .map(column -> column.substring(SavedViewRequest.FIELD.length()));
        }
    }

    /** Tells of each of these views what it names and what is not there, or not visible. */
    Function<Named, List<Missing>> missing(Collection<Named> views) {
        var known = new Known(
                there(views.stream().map(view -> view.filter.queueId()), queues::existing),
                there(views.stream().map(view -> view.filter.agentId()), agents::existing),
                there(views.stream().map(view -> view.filter.groupId()), groups::visible),
                there(views.stream().flatMap(Named::tags), ids -> tags.views(ids)
                        .keySet()),
                there(
                        views.stream().flatMap(view -> Stream.concat(view.filtered(), view.shown())),
                        keys -> fields.views(keys).keySet()));
        return known::missing;
    }

    private static <T> Set<T> there(Stream<T> named, Function<Collection<T>, Set<T>> existing) {
        var distinct = named.filter(Objects::nonNull).collect(Collectors.toSet());
        return distinct.isEmpty() ? Set.of() : existing.apply(distinct);
    }

    private record Known(Set<Long> queues, Set<Long> agents, Set<Long> groups, Set<Long> tags, Set<String> fields) {

        List<Missing> missing(Named view) {
            var missing = new ArrayList<Missing>();
            var filter = view.filter;
            add(missing, "queueId", Stream.ofNullable(filter.queueId()), queues);
            add(missing, "agentId", Stream.ofNullable(filter.agentId()), agents);
            add(missing, "groupId", Stream.ofNullable(filter.groupId()), groups);
            add(missing, "tagId", view.tags(), tags);
            add(missing, "field", view.filtered(), fields);
            add(missing, "columns", view.shown(), fields);
            return missing;
        }

        private static <T> void add(List<Missing> missing, String parameter, Stream<T> named, Set<T> there) {
            named.filter(value -> !there.contains(value))
                    .map(value -> new Missing(parameter, value.toString()))
                    .forEach(missing::add);
        }
    }
}
