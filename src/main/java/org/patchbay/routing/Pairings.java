package org.patchbay.routing;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.patchbay.identity.Organisations;

/** Who may be given what in the current organisation, as it is configured now. */
@ApplicationScoped
class Pairings {

    private final Organisations organisations;
    private final WholeOrganisation wholeOrganisation;
    private final WithinGroups withinGroups;
    private final EntityManager entities;

    Pairings(
            Organisations organisations,
            WholeOrganisation wholeOrganisation,
            WithinGroups withinGroups,
            EntityManager entities) {
        this.organisations = organisations;
        this.wholeOrganisation = wholeOrganisation;
        this.withinGroups = withinGroups;
        this.entities = entities;
    }

    Pairing current() {
        return organisations.isolation().tickets() ? withinGroups : wholeOrganisation;
    }

    /** Empty in an organisation that is suspended: there nothing is matched. */
    Optional<Pairing> whileOpen() {
        return organisations.isOpen() ? Optional.of(current()) : Optional.empty();
    }

    /** The organisations where a ticket waits while an agent is free. */
    @Transactional
    List<Long> organisations() {
        return entities.createNativeQuery(
                        "select o.id from organisation o where o.status = 'ACTIVE'"
                                + " and exists (select 1 from agent a where a.organisation_id = o.id and a.free_since is not null)"
                                + " and exists (select 1 from ticket t where t.organisation_id = o.id and t.status = 'OPEN')",
                        Long.class)
                .getResultList();
    }
}
