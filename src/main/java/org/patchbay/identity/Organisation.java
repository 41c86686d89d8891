package org.patchbay.identity;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.patchbay.shared.Times;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A customer company of this service. No data crosses organisations. */
@Entity
class Organisation extends PanacheEntityBase {

    /** Until organisations are managed, there is one, and every sign-in means it. */
    static final String DEFAULT = "default";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String slug;

    String name;

    Instant createdAt;

    static void createIfAbsent(String slug, String name) {
        getEntityManager()
                .createNativeQuery("insert ignore into organisation (slug, name, created_at) values (?1, ?2, ?3)")
                .setParameter(1, slug)
                .setParameter(2, name)
                .setParameter(3, Times.now())
                .executeUpdate();
    }

    static Optional<Organisation> bySlug(String slug) {
        return find("slug = ?1", slug).firstResultOptional();
    }

    static void lock(long id) {
        findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
