package org.patchbay.macros;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.DynamicUpdate;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** Steps that are taken together. */
@Entity
@DynamicUpdate
class Macro extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;

    @Convert(converter = StepsConverter.class)
    MacroSteps steps;

    @Version
    int version;

    static Macro create(MacroRequest request) {
        var macro = new Macro();
        macro.set(request);
        macro.persist();
        return macro;
    }

    void set(MacroRequest request) {
        name = request.name();
        steps = request.steps();
    }

    static Optional<Macro> known(long id) {
        return find("id = ?1", id).firstResultOptional();
    }

    static List<Macro> page(long afterId, int size) {
        return find("id > ?1 order by id", afterId).page(0, size).list();
    }

    /** The steps as a column. */
    @Converter
    static class StepsConverter extends JsonConverter<MacroSteps> {

        StepsConverter() {
            super(new TypeReference<>() {});
        }
    }
}
