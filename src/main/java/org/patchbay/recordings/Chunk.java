package org.patchbay.recordings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.Tuple;

import org.patchbay.recordings.vault.RecordingKey;
import org.patchbay.shared.tenancy.NativeSql;

/**
 * A piece of a segment, encrypted by itself.
 *
 * @param size of the piece before it was encrypted, as its hash
 * @param key of its bytes in the store
 */
record Chunk(long recording, int segment, int number, int size, String sha256, String key) {

    private static final String SELECT = """
            select c.recording_id, c.segment, c.number, c.size, c.sha256, c.store_key from recording_chunk c
            where c.organisation_id = :organisation and c.recording_id = :recording""";

    /** The place to which its encrypted bytes are bound. */
    String place() {
        return place(recording, segment, number);
    }

    static String place(long recording, int segment, int number) {
        return "recording %d segment %d piece %d".formatted(recording, segment, number);
    }

    /** How long its encrypted bytes are. */
    int sealedSize() {
        return size + RecordingKey.OVERHEAD;
    }

    void insert() {
        var sql = """
                insert into recording_chunk
                (organisation_id, recording_id, segment, number, size, sha256, store_key)
                values (:organisation, :recording, :segment, :number, :size, :sha256, :key)""";
        NativeSql.of(sql)
                .set("recording", recording)
                .set("segment", segment)
                .set("number", number)
                .set("size", size)
                .set("sha256", sha256)
                .set("key", key)
                .update();
    }

    static Optional<Chunk> of(long recording, int segment, int number) {
        return read(NativeSql.of(SELECT + " and c.segment = :segment and c.number = :number")
                        .set("recording", recording)
                        .set("segment", segment)
                        .set("number", number))
                .stream()
                .findFirst();
    }

    /** Those of a segment, in their order. */
    static List<Chunk> of(long recording, int segment) {
        return read(NativeSql.of(SELECT + " and c.segment = :segment order by c.number")
                .set("recording", recording)
                .set("segment", segment));
    }

    private static List<Chunk> read(NativeSql sql) {
        return sql.list(Tuple.class).stream().map(Chunk::read).toList();
    }

    private static Chunk read(Tuple row) {
        return new Chunk(
                row.get("recording_id", Number.class).longValue(),
                row.get("segment", Number.class).intValue(),
                row.get("number", Number.class).intValue(),
                row.get("size", Number.class).intValue(),
                row.get("sha256", String.class),
                row.get("store_key", String.class));
    }

    /** Forgets those of a recording: the lengths of their encrypted bytes, by the keys. */
    static Map<String, Long> forget(long recording) {
        var chunks = read(NativeSql.of(SELECT).set("recording", recording));
        var sql = """
                delete from recording_chunk
                where organisation_id = :organisation and recording_id = :recording""";
        NativeSql.of(sql).set("recording", recording).update();
        var sizes = new LinkedHashMap<String, Long>();
        chunks.forEach(chunk -> sizes.put(chunk.key, (long) chunk.sealedSize()));
        return sizes;
    }
}
