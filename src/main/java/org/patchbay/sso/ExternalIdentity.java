package org.patchbay.sso;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** The identity of an account at an identity provider. Names and addresses change there; issuer and subject do not. */
@Entity
class ExternalIdentity extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long accountId;

    String issuer;

    String subject;

    Instant createdAt;

    static void create(long accountId, String issuer, String subject) {
        var identity = new ExternalIdentity();
        identity.accountId = accountId;
        identity.issuer = issuer;
        identity.subject = subject;
        identity.createdAt = Times.now();
        identity.persist();
    }

    static Optional<ExternalIdentity> of(String issuer, String subject) {
        return find("issuer = ?1 and subject = ?2", issuer, subject).firstResultOptional();
    }
}
