package org.patchbay.audit;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.AuditContext.Who;
import org.patchbay.shared.RandomSecrets;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The content of an entry.
 *
 * @param before JSON, or null
 * @param after JSON, or null
 */
record AuditedChange(
        long organisation,
        Who who,
        Action action,
        String subjectId,
        @Nullable String before,
        @Nullable String after) {

    /**
     * The hash of an entry, which anybody can compute: SHA-256, in lower-case hexadecimal digits, of these fields of
     * {@code GET /audit/export}, in this order and encoded in UTF-8: the organisation's id, number, at, actorId,
     * action, subjectType, subjectId unless that is a user name, seal, previousHash. Each is written as its length in
     * bytes, a colon, and its text; one that is absent as a single {@code -}. Times and numbers are spelled as in the
     * export. The first entry's previousHash is 64 zeros. Entries without a seal are older: theirs is the hash of the
     * organisation's id, number, at, actorId, actorName, address, action, subjectType, subjectId, before, after,
     * previousHash.
     */
    static String hash(AuditEntry entry) {
        return entry.seal == null
                ? hash(
                        entry.organisationId(),
                        entry.number,
                        entry.at,
                        entry.actorId,
                        entry.actorName,
                        entry.address,
                        entry.action,
                        entry.subjectType,
                        entry.subjectId,
                        entry.beforeState,
                        entry.afterState,
                        entry.previousHash)
                : hash(
                        entry.organisationId(),
                        entry.number,
                        entry.at,
                        entry.actorId,
                        entry.action,
                        entry.subjectType,
                        isUsername(entry.subjectType) ? null : entry.subjectId,
                        entry.seal,
                        entry.previousHash);
    }

    /**
     * The seal of what an entry tells of people, which may be erased: the hash, as above, of salt, actorName, address,
     * subjectId if that is a user name, before, after. Before and after are the JSON text of the export, with the order
     * of its members, without spaces.
     */
    static String seal(AuditEntry entry) {
        return hash(
                entry.salt,
                entry.actorName,
                entry.address,
                isUsername(entry.subjectType) ? entry.subjectId : null,
                entry.beforeState,
                entry.afterState);
    }

    /** Whether an entry is what was appended, but for what may be erased of it. */
    static boolean isTrue(AuditEntry entry) {
        if (!entry.erased) {
            return entry.hash.equals(hash(entry)) && (entry.seal == null || entry.seal.equals(seal(entry)));
        }
        boolean empty = Stream.of(entry.salt, entry.actorName, entry.address, entry.beforeState, entry.afterState)
                .allMatch(Objects::isNull);
        return empty && (entry.seal == null || entry.hash.equals(hash(entry)));
    }

    /** As {@link #seal(AuditEntry)} of the entry that this becomes. */
    String seal(String salt) {
        return hash(salt, who.name(), who.address(), isUsername(subjectType()) ? subjectId : null, before, after);
    }

    /** As {@link #hash(AuditEntry)} of the entry that this becomes. */
    String hash(long number, Instant at, String seal, String previousHash) {
        return hash(
                organisation,
                number,
                at,
                who.id(),
                action,
                action.subject(),
                isUsername(subjectType()) ? null : subjectId,
                seal,
                previousHash);
    }

    private String subjectType() {
        return action.subject().name();
    }

    private static boolean isUsername(String subjectType) {
        return Action.Subject.USERNAME.name().equals(subjectType);
    }

    private static String hash(@Nullable Object... fields) {
        var text = new StringBuilder();
        for (var field : fields) {
            if (field == null) {
                text.append('-');
            } else {
                var value = field.toString();
                text.append(value.getBytes(UTF_8).length).append(':').append(value);
            }
        }
        return RandomSecrets.hash(text.toString());
    }
}
