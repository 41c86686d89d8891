package org.patchbay.privacy;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.OrganisationEntity;

/** A setting of how long an organisation keeps what was said and what happened. */
@Entity
class RetentionSetting extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Nullable
    Integer closedTicketsDays;

    @Nullable
    Integer feedDays;

    /** From 1: version 0 is that of the defaults. */
    @Version
    int version;

    static RetentionSetting create() {
        var setting = new RetentionSetting();
        setting.version = 1;
        return setting;
    }

    /** That of the organisation; there is one at most. */
    static Optional<RetentionSetting> ofOrganisation() {
        return RetentionSetting.<RetentionSetting>findAll().firstResultOptional();
    }

    /** Of all organisations that have one, where the transaction is over all. */
    static List<RetentionSetting> all() {
        return listAll();
    }
}
