package org.patchbay.recordings;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.patchbay.shared.tenancy.OrganisationEntity;

/** A stretch of a recording without a gap, by one device: a file of its own. */
@Entity
@Table(name = "recording_segment")
class Segment extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long recordingId;

    int number;

    long accountId;

    long fromMs;

    long toMs;

    int chunks;

    long bytes;

    /** Whether its device has said that nothing more comes. */
    boolean complete;

    static Segment create(Recording recording, int number, long account) {
        var segment = new Segment();
        segment.recordingId = recording.id;
        segment.number = number;
        segment.accountId = account;
        segment.fromMs = recording.elapsed();
        segment.toMs = segment.fromMs;
        segment.persistAndFlush();
        return segment;
    }

    static List<Segment> of(long recording) {
        return list("recordingId = ?1 order by number", recording);
    }

    static Optional<Segment> of(long recording, int number) {
        return find("recordingId = ?1 and number = ?2", recording, number).firstResultOptional();
    }
}
