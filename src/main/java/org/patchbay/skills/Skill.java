package org.patchbay.skills;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.patchbay.shared.tenancy.OrganisationEntity;

/** A skill that agents may have: a language, a product. */
@Entity
class Skill extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;

    @Version
    int version;

    static Skill create(String name) {
        var skill = new Skill();
        skill.name = name;
        skill.persist();
        return skill;
    }

    static Optional<Skill> byId(long id) {
        return findByIdOptional(id);
    }

    static List<Skill> page(long afterId, int size) {
        return find("id > ?1 order by id", afterId).page(0, size).list();
    }
}
