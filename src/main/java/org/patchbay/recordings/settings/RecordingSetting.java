package org.patchbay.recordings.settings;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.patchbay.chats.Phrase;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** Which calls an organisation records, where it says so. */
@Entity
class RecordingSetting extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Convert(converter = Rules.class)
    List<RecordingRule> rules;

    @Convert(converter = Announcement.class)
    Phrase announcement;

    @Enumerated(EnumType.STRING)
    Consent consent;

    int retentionDays;

    boolean agentsMayListen;

    /** Counts from 1: version 0 stands for none. */
    @Version
    int version;

    /** The rules as a column. */
    @Converter
    static class Rules extends JsonConverter<List<RecordingRule>> {
        Rules() {
            super(new TypeReference<>() {});
        }
    }

    /** The announcement as a column. */
    @Converter
    static class Announcement extends JsonConverter<Phrase> {
        Announcement() {
            super(new TypeReference<>() {});
        }
    }

    static RecordingSetting create() {
        var setting = new RecordingSetting();
        setting.version = 1;
        return setting;
    }

    /** The organisation's setting; there is one at most. */
    static Optional<RecordingSetting> ofOrganisation() {
        return RecordingSetting.<RecordingSetting>findAll().firstResultOptional();
    }
}
