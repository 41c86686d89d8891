package org.patchbay.audit;

import java.time.Instant;

import org.patchbay.audit.AuditContext.Who;
import org.patchbay.shared.RandomSecrets;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The content of an entry.
 *
 * @param before JSON, or null
 * @param after JSON, or null
 */
record AuditedChange(long organisation, Who who, Action action, String subjectId, String before, String after) {

    /**
     * The hash of an entry, which anybody can compute: SHA-256, in lower-case hexadecimal digits, of these fields of
     * {@code GET /audit/export}, in this order and encoded in UTF-8: the organisation's id, number, at, actorId,
     * actorName, address, action, subjectType, subjectId, before, after, previousHash. Each is written as its length in
     * bytes, a colon, and its text; an absent one as a single {@code -}. Times and numbers are spelled as in the
     * export; before and after are the JSON text of the export, with the order of its members, without spaces. The
     * first entry's previousHash is 64 zeros.
     */
    static String hash(AuditEntry entry) {
        return hash(
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
                entry.previousHash);
    }

    /** As {@link #hash(AuditEntry)}, of the entry that this change becomes. */
    String hash(long number, Instant at, String previousHash) {
        return hash(
                organisation,
                number,
                at,
                who.id(),
                who.name(),
                who.address(),
                action,
                action.subject(),
                subjectId,
                before,
                after,
                previousHash);
    }

    private static String hash(Object... fields) {
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
