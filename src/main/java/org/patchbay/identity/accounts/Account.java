package org.patchbay.identity.accounts;

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

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Contact;
import org.patchbay.identity.Role;
import org.patchbay.identity.organisations.OrganisationStatus;
import org.patchbay.shared.language.Spelling;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A sign-in with roles. */
@Entity
public class Account extends OrganisationEntity {

    private static final String IS_ADMIN = "function('find_in_set' as Integer, ?2, roles) > 0";

    private static final String STANDING = """
            select o.status from account a join organisation o on o.id = a.organisation_id
            where a.organisation_id = :organisation and a.id = :account
            and (:session = 0 or exists (select 1 from session s
            where s.organisation_id = a.organisation_id and s.id = :session and s.account_id = a.id))""";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** Spelled as {@link Spelling} has it, like the address. */
    public String username;

    /** Null where an invitation was never accepted, and where an identity provider vouches for the owner. */
    @Nullable
    public String passwordHash;

    /** The address to which links for a new password are mailed; null where there is none. */
    @Nullable
    public String email;

    /** Whether a link that was mailed there was used. */
    public boolean emailConfirmed;

    /** The language of mails (BCP 47); null where it is unknown. */
    @Nullable
    public String language;

    public String name;

    @Convert(converter = RolesConverter.class)
    public Set<Role> roles;

    Instant createdAt;

    /** The roles of an account. */
    @RegisterForReflection
    record Held(Long id, Set<Role> roles) {}

    public static Account create(
            String username, @Nullable String passwordHash, String name, Set<Role> roles, Contact contact) {
        var account = new Account();
        account.email = contact.email();
        account.language = contact.language();
        account.username = Spelling.folded(username);
        account.passwordHash = passwordHash;
        account.name = name;
        account.roles = roles;
        account.createdAt = Times.now();
        account.persist();
        return account;
    }

    /** Sets an address, unconfirmed until a link that is mailed there is used. */
    public void moveTo(@Nullable String newEmail) {
        email = newEmail;
        emailConfirmed = false;
        PasswordLink.deleteOf(id);
    }

    /**
     * Whether it never had a password, nor an address to send one to: an identity provider vouches for it, or it is an
     * API client's.
     */
    public boolean isWithoutPasswords() {
        return passwordHash == null && email == null;
    }

    public static Optional<Account> byEmail(String email) {
        return find("email", Spelling.folded(email)).firstResultOptional();
    }

    /**
     * The organisations in which an account has this address, over all organisations. Where some account confirmed the
     * address, unconfirmed ones do not count.
     */
    public static List<Long> organisationsOf(String email) {
        var found = Account.<Account>find("email = ?1 order by emailConfirmed desc, id", Spelling.folded(email))
                .page(0, 2)
                .list();
        return found.stream()
                .filter(account -> account.emailConfirmed == found.getFirst().emailConfirmed)
                .map(Account::organisationId)
                .toList();
    }

    public static Optional<Account> byUsername(String username) {
        return find("username", Spelling.folded(username)).firstResultOptional();
    }

    public static Optional<Account> byId(long id) {
        return findByIdOptional(id);
    }

    public static Optional<Account> lock(long id) {
        return Account.<Account>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Those who work for the organisation, by their names; the roles of all others are one word each. */
    public static List<Account> staff(@Nullable String part, int most) {
        return NativeSql.of("""
                        select a.* from account a force index (ix_account_roles) where a.organisation_id = :organisation
                        and (a.roles < 'customer' or a.roles > 'customer')
                        and (find_in_set('agent', a.roles) or find_in_set('supervisor', a.roles)
                        or find_in_set('admin', a.roles))
                        and (:part is null or locate(weight_string(cast(:part as char character set utf8mb4)
                        collate utf8mb4_0900_ai_ci), weight_string(a.name collate utf8mb4_0900_ai_ci)) > 0)
                        order by a.name limit :most""").set("part", part).set("most", most).list(Account.class);
    }

    public static List<Account> page(long afterId, int size) {
        return find("id > ?1 order by id", afterId).page(0, size).list();
    }

    /**
     * The status of the account's organisation, where the account and its session still exist: in one query, because
     * every request asks.
     *
     * @param sessionId or {@code Sessions.NONE}
     */
    public static Optional<OrganisationStatus> standing(long id, long sessionId) {
        return NativeSql.of(STANDING).set("account", id).set("session", sessionId).texts().stream()
                .findFirst()
                .map(OrganisationStatus::valueOf);
    }

    /** Those of these accounts that exist. */
    public static Set<Long> existing(Collection<Long> ids) {
        return Set.copyOf(find("select id from Account where id in ?1", ids)
                .project(Long.class)
                .list());
    }

    /** Asks the database, as {@link #isAdmin} does. */
    public static Optional<Set<Role>> rolesOf(long id) {
        return find("select id, roles from Account where id = ?1", id)
                .project(Held.class)
                .<Held>firstResultOptional()
                .map(Held::roles);
    }

    /** Asks the database, whatever the transaction read before. */
    public static boolean isAdmin(long id) {
        return count("id = ?1 and " + IS_ADMIN, id, Role.Names.ADMIN) > 0;
    }

    /** Whether another account is an admin. */
    public static boolean isAdminBeside(long id) {
        return count("id <> ?1 and " + IS_ADMIN, id, Role.Names.ADMIN) > 0;
    }
}
