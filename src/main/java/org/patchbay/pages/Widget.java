package org.patchbay.pages;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.patchbay.shared.OrganisationEntity;

/** How an organisation's widget is shown. */
@Entity
class Widget extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    /** The sites that may show it. */
    @Convert(converter = OriginsConverter.class)
    List<Origin> origins;

    /** That of the organisation; there is one at most. */
    static Optional<Widget> ofOrganisation() {
        return Widget.<Widget>findAll().firstResultOptional();
    }
}
