package org.patchbay.agents.attendance;

import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.OrganisationEntity;

/** How an organisation notices that agents are gone, where it differs from the defaults. */
@Entity
class AttendanceSetting extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Nullable
    Integer askAfterSeconds;

    int answerWithinSeconds;

    @Nullable
    Integer returnAfterSeconds;

    /** Counts from 1: version 0 stands for the defaults. */
    @Version
    int version;

    static AttendanceSetting create() {
        var setting = new AttendanceSetting();
        setting.version = 1;
        return setting;
    }

    /** The organisation's setting; there is one at most. */
    static Optional<AttendanceSetting> ofOrganisation() {
        return AttendanceSetting.<AttendanceSetting>findAll().firstResultOptional();
    }
}
