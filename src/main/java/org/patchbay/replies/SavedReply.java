package org.patchbay.replies;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.search.Search;
import org.patchbay.shared.tenancy.OrganisationEntity;

/** A text that is used again and again, by everybody, or only by its owner, who alone sees it. */
@Entity
@DynamicUpdate
class SavedReply extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    /** Null for everybody's. */
    @Nullable
    Long ownerId;

    String name;

    String text;

    @Version
    int version;

    static SavedReply create(long author, ReplyRequest request) {
        var reply = new SavedReply();
        reply.set(author, request);
        reply.persist();
        return reply;
    }

    /** @param author the owner, unless it is everybody's */
    void set(long author, ReplyRequest request) {
        ownerId = request.shared() ? null : Long.valueOf(author);
        name = request.name();
        text = request.text();
    }

    boolean isShared() {
        return ownerId == null;
    }

    static Optional<SavedReply> seenBy(long account, long id) {
        return find("id = ?1 and (ownerId is null or ownerId = ?2)", id, account)
                .firstResultOptional();
    }

    static List<SavedReply> page(long account, @Nullable String part, long afterId, int size) {
        return find(
                        "id > ?1 and (ownerId is null or ownerId = ?2)" + " and (?3 is null or "
                                + Search.contains("?3", "name", "text") + ") order by id",
                        afterId,
                        account,
                        part)
                .page(0, size)
                .list();
    }
}
