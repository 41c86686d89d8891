package org.patchbay.identity.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Device;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** A sign-in that lasts: its tokens are valid as long as the row exists. */
@Entity
public class Session extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long accountId;

    String familyHash;

    String secretHash;

    /** The address of its last use. */
    String address;

    @Nullable
    String userAgent;

    Instant createdAt;

    Instant lastUsedAt;

    Instant expiresAt;

    static Session create(long accountId, RefreshToken token, Device device, Duration lifetime) {
        var session = new Session();
        session.accountId = accountId;
        session.familyHash = token.familyHash();
        session.use(token, device, lifetime);
        session.createdAt = session.lastUsedAt;
        session.persist();
        return session;
    }

    /** Makes this token the only one that continues the session. */
    void use(RefreshToken token, Device device, Duration lifetime) {
        secretHash = token.secretHash();
        address = device.address();
        userAgent = device.userAgent();
        lastUsedAt = Times.now();
        expiresAt = lastUsedAt.plus(lifetime);
    }

    static Optional<Session> byFamily(String familyHash) {
        return find("familyHash", familyHash).firstResultOptional();
    }

    static Optional<Session> lock(long id) {
        return Session.<Session>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static List<Session> page(long accountId, long afterId, int size) {
        return find("accountId = ?1 and id > ?2 order by id", accountId, afterId)
                .page(0, size)
                .list();
    }

    /** Those of these sessions that did not end. */
    public static Set<Long> existing(Collection<Long> ids) {
        return Set.copyOf(find("select id from Session where id in ?1", ids)
                .project(Long.class)
                .list());
    }

    static boolean delete(long accountId, long id) {
        return delete("id = ?1 and accountId = ?2", id, accountId) > 0;
    }

    public static void deleteOf(long accountId) {
        delete("accountId", accountId);
    }

    public static void deleteOthersOf(long accountId, long keptId) {
        delete("accountId = ?1 and id <> ?2", accountId, keptId);
    }

    /** Deletes all sessions of an account but the most recently used. */
    static void deleteBeyond(long accountId, int kept) {
        var beyond = Session.<Session>find("accountId = ?1 order by lastUsedAt desc, id desc", accountId)
                .range(kept, Integer.MAX_VALUE - 1)
                .stream()
                .map(session -> session.id)
                .toList();
        if (!beyond.isEmpty()) {
            delete("id in ?1", beyond);
        }
    }
}
