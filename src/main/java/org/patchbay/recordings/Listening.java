package org.patchbay.recordings;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.attachments.ByteRange;
import org.patchbay.attachments.ServedFile;
import org.patchbay.attachments.StoredBytes;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.Actor;
import org.patchbay.recordings.vault.RecordingKey;
import org.patchbay.recordings.vault.RecordingVault;
import org.patchbay.shared.language.CommonWords;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.time.Times;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Gives the sound of recordings out, and tells the audit log who heard it. */
@ApplicationScoped
class Listening {

    /** Left the customer, right the staff. */
    private static final String TYPE = "audio/webm";

    private final Recordings recordings;
    private final RecordingVault vault;
    private final StoredBytes store;
    private final RecordingsConfig config;
    private final Audit audit;

    Listening(Recordings recordings, RecordingVault vault, StoredBytes store, RecordingsConfig config, Audit audit) {
        this.recordings = recordings;
        this.vault = vault;
        this.store = store;
        this.config = config;
        this.audit = audit;
    }

    /** A segment that somebody hears. */
    record Heard(ServedFile file, List<Chunk> chunks, RecordingKey key) {}

    /** @param download whether they take it away, which is told each time */
    @Transactional
    Heard hear(Actor actor, long id, int number, boolean download) {
        var recording = recordings.readable(actor, id);
        var segment = Segment.of(id, number)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(RecordingWords.NO_SEGMENT, number));
        var chunks = Chunk.of(id, number);
        if (chunks.isEmpty()) {
            throw ProblemType.NOT_FOUND.because(RecordingWords.NO_SEGMENT, number);
        }
        tell(actor, recording, number, download);
        long size = chunks.stream().mapToLong(Chunk::size).sum();
        var name = "recording-%d-%d.webm".formatted(id, number);
        // Pieces are only ever added.
        var tag = "%d-%d-%d".formatted(id, number, segment.chunks);
        return new Heard(new ServedFile(name, TYPE, size, tag, !download), chunks, vault.key());
    }

    private void tell(Actor actor, Recording recording, int number, boolean download) {
        if (download) {
            audit.record(Action.RECORDING_DOWNLOADED, recording.ticketId, null, new Told(recording.id, number));
        } else if (isNew(actor, recording)) {
            audit.record(Action.RECORDING_HEARD, recording.ticketId, null, new Told(recording.id, number));
        }
    }

    /** A player asks for many ranges, and is one listener. */
    private boolean isNew(Actor actor, Recording recording) {
        var now = Times.now();
        int first = NativeSql.of("""
                        insert ignore into recording_listener (organisation_id, recording_id, account_id, heard_at)
                        values (:organisation, :recording, :account, :now)""")
                .set("recording", recording.id)
                .set("account", actor.accountId())
                .set("now", now)
                .update();
        return first == 1
                || NativeSql.of("""
                                update recording_listener set heard_at = :now where organisation_id = :organisation
                                and recording_id = :recording and account_id = :account and heard_at < :before""")
                                .set("recording", recording.id)
                                .set("account", actor.accountId())
                                .set("now", now)
                                .set("before", now.minus(config.heardOnceIn()))
                                .update()
                        == 1;
    }

    /** @throws HttpProblem {@code temporarily-unavailable} where the store does not answer */
    InputStream open(Heard heard, ByteRange part) {
        var sound = new Sound(heard, part);
        try {
            // A store that does not answer is told before the answer has begun.
            sound.reach();
            return sound;
        } catch (IOException e) {
            Log.errorf(e, "A piece of %s cannot be read", heard.file().name());
            throw ProblemType.TEMPORARILY_UNAVAILABLE.because(CommonWords.REPEAT);
        }
    }

    /** The entry of the audit log. */
    @RegisterForReflection
    record Told(long recordingId, int segment) {}

    /** A part of a segment. Only pieces that it touches are read and opened, one after the other. */
    private final class Sound extends InputStream {

        private final Heard heard;
        private long skip;
        private long left;
        private int next;
        private byte[] piece = new byte[0];
        private int at;

        Sound(Heard heard, ByteRange part) {
            this.heard = heard;
            skip = part.from();
            left = part.length();
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            reach();
            if (at == piece.length) {
                return -1;
            }
            int read = (int) Math.min(Math.min(length, left), piece.length - at);
            System.arraycopy(piece, at, buffer, offset, read);
            at += read;
            left -= read;
            return read;
        }

        /** Goes on to a piece of which something is left, where there is one. */
        void reach() throws IOException {
            while (at == piece.length && next < heard.chunks().size()) {
                takeNext();
            }
        }

        private void takeNext() throws IOException {
            var chunk = heard.chunks().get(next++);
            if (skip >= chunk.size()) {
                skip -= chunk.size();
                return;
            }
            try {
                piece = heard.key().open(store.read(chunk.key(), chunk.sealedSize()), chunk.place());
            } catch (GeneralSecurityException e) {
                throw new IOException("Piece %s is not as it was".formatted(chunk.key()), e);
            }
            at = (int) skip;
            skip = 0;
        }
    }
}
