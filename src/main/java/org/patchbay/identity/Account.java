package org.patchbay.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.patchbay.shared.Owned;
import org.patchbay.shared.Spelling;
import org.patchbay.shared.Times;

/** A sign-in with roles. */
@Entity
class Account extends Owned {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String username;

    /** Null where an invitation was never accepted. */
    String passwordHash;
    /** As {@link Spelling} has it, as is the address. */

    String email;

    String name;

    @Convert(converter = RolesConverter.class)
    Set<Role> roles;

    Instant createdAt;

    static Account create(String username, String passwordHash, String name, Set<Role> roles) {
        var account = new Account();
        account.username = Spelling.folded(username);
        account.passwordHash = passwordHash;
        account.name = name;
        account.roles = roles;
        account.createdAt = Times.now();
        account.persist();
        return account;
    }

    static Optional<Account> byEmail(String email) {
        return find("email", Spelling.folded(email)).firstResultOptional();
    }

    /** Where somebody has this address; asked over all organisations. */
    static List<Long> organisationsOf(String email) {
        return Account.<Account>find("email", Spelling.folded(email)).page(0, 2).stream()
                .map(Account::organisationId)
                .toList();
    }

    static Optional<Account> byUsername(String username) {
        return find("username", Spelling.folded(username)).firstResultOptional();
    }

    static Optional<Account> byId(long id) {
        return findByIdOptional(id);
    }

    static Optional<Account> lock(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    static List<Account> page(long afterId, int size) {
        return find("id > ?1 order by id", afterId).page(0, size).list();
    }

    /**
     * How the account's organisation stands, where the account and its session are still there: in one query, because
     * every request asks.
     *
     * @param sessionId or {@link Sessions#NONE}
     */
    static Optional<OrganisationStatus> standing(long organisationId, long id, long sessionId) {
        return getEntityManager()
                .createQuery(
                        "select o.status from Organisation o, Account a where o.id = ?1 and a.id = ?2 and (?3 = 0"
                                + " or exists (select 1 from Session s where s.id = ?3 and s.accountId = a.id))",
                        OrganisationStatus.class)
                .setParameter(1, organisationId)
                .setParameter(2, id)
                .setParameter(3, sessionId)
                .getResultStream()
                .findFirst();
    }

    /** Those of these accounts that are there. */
    static Set<Long> existing(Collection<Long> ids) {
        return Set.copyOf(find("select id from Account where id in ?1", ids)
                .project(Long.class)
                .list());
    }

    static boolean delete(long id) {
        return delete("id", id) > 0;
    }
}
