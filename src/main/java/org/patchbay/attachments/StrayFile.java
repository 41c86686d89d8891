package org.patchbay.attachments;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.persistence.Tuple;

import org.patchbay.shared.tenancy.MultiRowSql;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.time.Times;

/**
 * A file in the store that belongs to no attachment: not yet, or not any more. Each is named in the table before it is
 * written, and until it is deleted, so a crash at any time leaves none that nobody knows of.
 *
 * @param size its length in bytes
 */
record StrayFile(String key, long size) {

    private static final String TABLE = "stray_file";
    private static final List<String> COLUMNS = List.of("store_key", "size", "since", "abandoned");

    /** Names a file that is about to be written. */
    static void expect(String key, long size) {
        MultiRowSql.insert(TABLE, COLUMNS, List.of(List.of(key, size, Times.now(), false)));
    }

    /** Names a file that nobody needs any more. */
    static void leave(String key, long size) {
        MultiRowSql.insert(TABLE, COLUMNS, List.of(List.of(key, size, Times.now(), true)));
    }

    /** The same of the files of attachments, and of their previews. */
    static void leftBy(Collection<Long> attachments) {
        var files = """
                insert into stray_file (organisation_id, store_key, size, since, abandoned)
                select a.organisation_id, a.store_key, a.size, :now, true from attachment a
                where a.organisation_id = :organisation and a.id in (:ids) and a.store_key is not null""";
        var previews = """
                insert into stray_file (organisation_id, store_key, size, since, abandoned)
                select a.organisation_id, a.preview_key, a.preview_size, :now, true from attachment a
                where a.organisation_id = :organisation and a.id in (:ids) and a.preview_key is not null""";
        var now = Times.now();
        NativeSql.of(files).set("now", now).set("ids", attachments).update();
        NativeSql.of(previews).set("now", now).set("ids", attachments).update();
    }

    /** @return whether it was still expected: then it belongs to an attachment from now on */
    static boolean adopt(String key) {
        var sql = """
                delete from stray_file
                where organisation_id = :organisation and store_key = :key and not abandoned""";
        return NativeSql.of(sql).set("key", key).update() == 1;
    }

    static void abandon(String key) {
        var sql = "update stray_file set abandoned = true where organisation_id = :organisation and store_key = :key";
        NativeSql.of(sql).set("key", key).update();
    }

    /** Abandons those whose writers must be gone. */
    static void abandonBefore(Instant time) {
        var sql = """
                update stray_file set abandoned = true
                where organisation_id = :organisation and since < :time and not abandoned""";
        NativeSql.of(sql).set("time", time).update();
    }

    static List<Long> organisations() {
        return NativeSql.everywhere("select distinct s.organisation_id from stray_file s")
                .longs();
    }

    /** The first abandoned ones after a key. */
    static List<StrayFile> abandoned(String after, int most) {
        var sql = """
                select s.store_key, s.size from stray_file s where s.organisation_id = :organisation
                and s.store_key > :after and s.abandoned order by s.store_key limit :most""";
        return NativeSql.of(sql).set("after", after).set("most", most).list(Tuple.class).stream()
                .map(row -> new StrayFile(row.get(0, String.class), ((Number) row.get(1)).longValue()))
                .toList();
    }

    /**
     * Forgets one that was deleted.
     *
     * @return whether nobody else did so meanwhile
     */
    boolean forget() {
        var sql = "delete from stray_file where organisation_id = :organisation and store_key = :key";
        return NativeSql.of(sql).set("key", key).update() == 1;
    }
}
