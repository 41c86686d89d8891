package org.patchbay.agents;

import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.patchbay.shared.OrganisationEntity;

/** What an organisation says of how it sees whether its agents are there. */
@Entity
class AttendanceSetting extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Integer askAfterSeconds;

    int answerWithinSeconds;

    Integer returnAfterSeconds;

    /** From 1: version 0 is that of the defaults. */
    @Version
    int version;

    static AttendanceSetting create() {
        var setting = new AttendanceSetting();
        setting.version = 1;
        return setting;
    }

    /** That of the organisation; there is one at most. */
    static Optional<AttendanceSetting> ofOrganisation() {
        return AttendanceSetting.<AttendanceSetting>findAll().firstResultOptional();
    }
}
