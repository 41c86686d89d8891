package org.patchbay.calls.settings;

import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.patchbay.shared.tenancy.OrganisationEntity;

/** How an organisation has its calls, where it says so. */
@Entity
class CallSetting extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    boolean voice;

    boolean video;

    boolean listenersShown;

    /** Counts from 1: version 0 stands for none. */
    @Version
    int version;

    static CallSetting create() {
        var setting = new CallSetting();
        setting.version = 1;
        return setting;
    }

    /** The organisation's setting; there is one at most. */
    static Optional<CallSetting> ofOrganisation() {
        return CallSetting.<CallSetting>findAll().firstResultOptional();
    }
}
