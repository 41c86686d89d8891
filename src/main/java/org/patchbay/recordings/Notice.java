package org.patchbay.recordings;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.patchbay.chats.Phrase;
import org.patchbay.recordings.settings.Consent;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** That the customer of a call was told of its recording, and what they answered. It changes under the call's lock. */
@Entity
@Table(name = "recording_notice")
class Notice extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long callId;

    long accountId;

    @Enumerated(EnumType.STRING)
    Consent consent;

    boolean agreed;

    @Convert(converter = Announcement.class)
    Phrase announcement;

    /** Of the setting that holds the announcement. */
    int version;

    Instant answeredAt;

    /** The announcement as a column. */
    @Converter
    static class Announcement extends JsonConverter<Phrase> {
        Announcement() {
            super(new TypeReference<>() {});
        }
    }

    static Optional<Notice> of(long call) {
        return find("callId", call).firstResultOptional();
    }
}
