package org.patchbay.fields;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** A field that an organisation gave its tickets. Its key and its type never change. */
@Entity
@Table(name = "ticket_field")
@DynamicUpdate
class FieldDefinition extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "field_key")
    String key;

    String label;

    @Enumerated(EnumType.STRING)
    FieldType type;

    /** Of a choice; else null. */
    @Convert(converter = Options.class)
    @Nullable
    List<String> options;

    /** Whether no more tickets get a value; those that have one keep it. */
    boolean archived;

    @Version
    int version;

    static FieldDefinition create(NewField request) {
        var field = new FieldDefinition();
        field.key = request.key();
        field.type = request.type();
        field.label = request.label();
        field.setOptions(request.options());
        field.persist();
        return field;
    }

    void set(FieldChange change) {
        label = change.label();
        archived = change.archived();
        setOptions(change.options());
    }

    private void setOptions(List<String> some) {
        options = some.isEmpty() ? null : some;
    }

    List<String> options() {
        return options == null ? List.of() : options;
    }

    static Optional<FieldDefinition> byId(long id) {
        return findByIdOptional(id);
    }

    static List<FieldDefinition> all() {
        return list("order by id");
    }

    static List<FieldDefinition> page(long afterId, int size) {
        return find("id > ?1 order by id", afterId).page(0, size).list();
    }

    /** The options as a column. */
    @Converter
    static class Options extends JsonConverter<List<String>> {

        Options() {
            super(new TypeReference<>() {});
        }
    }
}
