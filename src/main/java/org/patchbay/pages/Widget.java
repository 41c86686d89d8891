package org.patchbay.pages;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.patchbay.shared.tenancy.OrganisationEntity;

/** The settings of an organisation's widget. */
@Entity
class Widget extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    /** The sites that may show the widget. */
    @Convert(converter = OriginsConverter.class)
    List<Origin> origins;

    /** Whether people may talk without an account of their own. */
    boolean visitors;

    /** The organisation's settings; there is one row at most. */
    static Optional<Widget> ofOrganisation() {
        return Widget.<Widget>findAll().firstResultOptional();
    }
}
