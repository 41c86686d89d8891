package org.patchbay.agents;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.patchbay.shared.OrganisationEntity;

/** A reason for being away: a break, a training. */
@Entity
class PresenceReason extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;

    @Version
    int version;

    static PresenceReason create(String name) {
        var reason = new PresenceReason();
        reason.name = name;
        reason.persist();
        return reason;
    }

    static PresenceReason ensure(String name) {
        return PresenceReason.<PresenceReason>find("name", name)
                .firstResultOptional()
                .orElseGet(() -> create(name));
    }

    static Optional<PresenceReason> byId(long id) {
        return findByIdOptional(id);
    }

    static List<PresenceReason> page(long afterId, int size) {
        return find("id > ?1 order by id", afterId).page(0, size).list();
    }
}
