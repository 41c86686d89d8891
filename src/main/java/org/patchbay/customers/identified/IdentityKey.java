package org.patchbay.customers.identified;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** A key by which the word of an organisation's shop is known. */
@Entity
class IdentityKey extends OrganisationEntity {

    /** Two: one can be replaced while the other is in use. */
    static final int PLACES = 2;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    int place;

    @Enumerated(EnumType.STRING)
    Algorithm algorithm;

    /** By which people tell one from the other. */
    String beginning;

    /** Of HS256. */
    @Nullable
    String sealedSecret;

    /** Of RS256. */
    @Nullable
    String publicKey;

    Instant createdAt;

    static IdentityKey create(int place, Algorithm algorithm, String beginning) {
        var key = new IdentityKey();
        key.place = place;
        key.algorithm = algorithm;
        key.beginning = beginning;
        key.createdAt = Times.now();
        return key;
    }

    static Optional<IdentityKey> byId(long id) {
        return findByIdOptional(id);
    }

    /** The first is the oldest. */
    static List<IdentityKey> all() {
        return find("order by createdAt, id").list();
    }
}
