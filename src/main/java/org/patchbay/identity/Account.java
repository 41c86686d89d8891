package org.patchbay.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.patchbay.shared.Times;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A sign-in with roles. */
@Entity
class Account extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long organisationId;

    String username;

    String passwordHash;

    String name;

    @Convert(converter = RolesConverter.class)
    Set<Role> roles;

    Instant createdAt;

    static Account create(long organisationId, String username, String passwordHash, String name, Set<Role> roles) {
        var account = new Account();
        account.organisationId = organisationId;
        account.username = username;
        account.passwordHash = passwordHash;
        account.name = name;
        account.roles = roles;
        account.createdAt = Times.now();
        account.persist();
        return account;
    }

    static Optional<Account> byUsername(long organisationId, String username) {
        return find("organisationId = ?1 and username = ?2", organisationId, username)
                .firstResultOptional();
    }

    static Optional<Account> byId(long organisationId, long id) {
        return find("organisationId = ?1 and id = ?2", organisationId, id).firstResultOptional();
    }

    static List<Account> page(long organisationId, long afterId, int size) {
        return find("organisationId = ?1 and id > ?2 order by id", organisationId, afterId)
                .page(0, size)
                .list();
    }

    static boolean exists(long organisationId, long id) {
        return count("organisationId = ?1 and id = ?2", organisationId, id) > 0;
    }

    static boolean delete(long organisationId, long id) {
        return delete("organisationId = ?1 and id = ?2", organisationId, id) > 0;
    }
}
