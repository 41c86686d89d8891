package org.patchbay.attachments;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.content.PictureSize;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** A file that goes with words: with none yet, or with one message, for good. */
@Entity
@DynamicUpdate
class Attachment extends OrganisationEntity {

    private static final Duration PREVIEWS_COME_WITHIN = Duration.ofHours(1);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long uploaderId;

    String name;

    long size;

    /** Believed by nobody. */
    @Nullable
    String declaredType;

    /** As the content shows. */
    String type;

    String sha256;

    /** Null where malware was found. */
    @Nullable
    String storeKey;

    @Enumerated(EnumType.STRING)
    AttachmentState state;

    /** Whether browsers may show it, and need not save it. */
    boolean shown;

    @Nullable
    Integer width;

    @Nullable
    Integer height;

    @Nullable
    String previewKey;

    @Nullable
    String previewType;

    @Nullable
    Integer previewSize;

    @Nullable
    Long conversationId;

    @Nullable
    Long messageNumber;

    Instant createdAt;

    /** @param key of its bytes in the store; null where malware was found */
    static Attachment create(NewFile file, @Nullable String key) {
        var attachment = new Attachment();
        attachment.uploaderId = file.uploaderId();
        attachment.name = file.name();
        attachment.size = file.size();
        attachment.declaredType = file.declaredType();
        attachment.type = file.type();
        attachment.sha256 = file.sha256();
        attachment.storeKey = key;
        attachment.state = file.state();
        attachment.shown = file.shown();
        attachment.width = file.picture().map(PictureSize::width).orElse(null);
        attachment.height = file.picture().map(PictureSize::height).orElse(null);
        attachment.createdAt = Times.now();
        attachment.persist();
        return attachment;
    }

    boolean isSaid() {
        return conversationId != null;
    }

    boolean isInfected() {
        return state == AttachmentState.INFECTED;
    }

    boolean mayGetPreview() {
        return !isSaid() || Times.now().isBefore(createdAt.plus(PREVIEWS_COME_WITHIN));
    }

    static Optional<Attachment> known(long id) {
        return find("id = ?1", id).firstResultOptional();
    }

    static List<Attachment> known(Collection<Long> ids) {
        return NativeSql.of("select a.* from attachment a where a.organisation_id = :organisation and a.id in (:ids)")
                .set("ids", ids)
                .list(Attachment.class);
    }

    /** Keeps others from saying, changing or removing it meanwhile. */
    static Optional<Attachment> locked(long id) {
        return find("id = ?1", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** In the order in which they came in. */
    static List<Attachment> ofMessages(long conversation, Collection<Long> numbers) {
        return NativeSql.of("""
                        select a.* from attachment a where a.organisation_id = :organisation
                        and a.conversation_id = :conversation and a.message_number in (:numbers)
                        order by a.created_at, a.id""")
                .set("conversation", conversation)
                .set("numbers", numbers)
                .list(Attachment.class);
    }

    /** @return how many were not said before, and are now */
    static int say(Collection<Long> ids, long conversation, long message) {
        return NativeSql.of("""
                        update attachment set conversation_id = :conversation, message_number = :message
                        where organisation_id = :organisation and id in (:ids)
                        and conversation_id is null and state <> 'INFECTED'""")
                .set("conversation", conversation)
                .set("message", message)
                .set("ids", ids)
                .update();
    }

    static List<Attachment> ofConversations(Collection<Long> conversations) {
        var sql = """
                select a.* from attachment a where a.organisation_id = :organisation
                and a.conversation_id in (:conversations) for update""";
        return NativeSql.of(sql).set("conversations", conversations).list(Attachment.class);
    }

    static List<Long> unsaidOf(long uploader) {
        var sql = """
                select a.id from attachment a where a.organisation_id = :organisation
                and a.uploader_id = :uploader and a.unsaid_since is not null for update""";
        return NativeSql.of(sql).set("uploader", uploader).longs();
    }

    static long countUnsaidOf(long uploader) {
        var sql = """
                select count(*) from attachment a where a.organisation_id = :organisation
                and a.uploader_id = :uploader and a.unsaid_since is not null""";
        return NativeSql.of(sql).set("uploader", uploader).number();
    }

    static List<Long> organisationsWithUnsaid(Instant before) {
        var sql = "select distinct a.organisation_id from attachment a where a.unsaid_since < :before";
        return NativeSql.everywhere(sql).set("before", before).longs();
    }

    static List<Long> unsaid(Instant before, int most) {
        var sql = """
                select a.id from attachment a where a.organisation_id = :organisation
                and a.unsaid_since < :before order by a.unsaid_since limit :most for update skip locked""";
        return NativeSql.of(sql).set("before", before).set("most", most).longs();
    }

    static List<Long> any(int most) {
        var sql = """
                select a.id from attachment a where a.organisation_id = :organisation limit :most for update""";
        return NativeSql.of(sql).set("most", most).longs();
    }

    /** Removes them; their files are strays from then on, which somebody deletes after the commit. */
    static void remove(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        StrayFile.leftBy(ids);
        NativeSql.of("delete from attachment where organisation_id = :organisation and id in (:ids)")
                .set("ids", ids)
                .update();
    }
}
