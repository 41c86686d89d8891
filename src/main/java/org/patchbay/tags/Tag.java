package org.patchbay.tags;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.DynamicUpdate;
import org.patchbay.shared.tenancy.OrganisationEntity;

/** A short name that tickets and customers are marked with. */
@Entity
@DynamicUpdate
class Tag extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;

    @Enumerated(EnumType.STRING)
    TagColour colour;

    /** Whether nothing more gets it; what bears it keeps it. */
    boolean archived;

    @Version
    int version;

    static Tag create(TagRequest request) {
        var tag = new Tag();
        tag.set(request);
        tag.persist();
        return tag;
    }

    void set(TagRequest request) {
        name = request.name();
        colour = request.colour();
        archived = request.archived();
    }

    static Optional<Tag> byId(long id) {
        return findByIdOptional(id);
    }

    static List<Tag> all() {
        return list("order by name, id");
    }

    static List<Tag> named(Collection<String> names) {
        return list("name in ?1", names);
    }

    static List<Tag> page(long afterId, int size) {
        return find("id > ?1 order by id", afterId).page(0, size).list();
    }
}
