package org.patchbay.views;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.patchbay.groups.Visibility;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** A list of tickets that is looked at again and again, by those of a group, by everybody, or by its owner alone. */
@Entity
@Table(name = "ticket_view")
@DynamicUpdate
@Filter(name = Visibility.FILTER, condition = Visibility.OF_TICKET_VIEWS, deduceAliasInjectionPoints = false)
class SavedView extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    /** Null for one that others see, too. */
    @Nullable
    Long ownerId;

    /** The group that sees it; null for everybody, and for its owner alone. */
    @Nullable
    Long groupId;

    String name;

    @Convert(converter = FilterConverter.class)
    ViewFilter filter;

    /** Null for the usual one. */
    @Nullable
    String sort;

    @Convert(converter = ColumnsConverter.class)
    List<String> columns;

    @Version
    int version;

    static SavedView create(long author, SavedViewRequest request) {
        var view = new SavedView();
        view.set(author, request);
        view.persist();
        return view;
    }

    /** @param author the owner, unless others see it, too */
    void set(long author, SavedViewRequest request) {
        ownerId = request.shared() ? null : Long.valueOf(author);
        groupId = request.shared() ? request.groupId() : null;
        name = request.name();
        filter = request.filter();
        sort = request.sort();
        columns = request.columns();
    }

    boolean isShared() {
        return ownerId == null;
    }

    static long countOf(long owner) {
        return count("ownerId = ?1", owner);
    }

    static long countShared() {
        return count("ownerId is null");
    }

    static Optional<SavedView> seenBy(long account, long id) {
        return find("id = ?1 and (ownerId is null or ownerId = ?2)", id, account)
                .firstResultOptional();
    }

    static List<SavedView> page(long account, long afterId, int size) {
        return find("id > ?1 and (ownerId is null or ownerId = ?2) order by id", afterId, account)
                .page(0, size)
                .list();
    }

    /** The filter as a column. */
    @Converter
    static class FilterConverter extends JsonConverter<ViewFilter> {

        FilterConverter() {
            super(new TypeReference<>() {});
        }
    }

    /** The columns as a column. */
    @Converter
    static class ColumnsConverter extends JsonConverter<List<String>> {

        ColumnsConverter() {
            super(new TypeReference<>() {});
        }
    }
}
