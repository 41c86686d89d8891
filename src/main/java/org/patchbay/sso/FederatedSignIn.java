package org.patchbay.sso;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Agents;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.customers.Customers;
import org.patchbay.groups.Memberships;
import org.patchbay.identity.Device;
import org.patchbay.identity.PasswordlessAccounts;
import org.patchbay.identity.Role;
import org.patchbay.identity.Token;
import org.patchbay.shared.language.Sentence;
import org.patchbay.shared.language.Texts;
import org.patchbay.shared.language.Words;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.sso.IdentityClaims.Availability;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Begins a session for a person for whom an identity provider vouches. Newcomers get a new account, never an existing
 * one. Each sign-in gives the account the roles that the provider tells now.
 */
@ApplicationScoped
class FederatedSignIn {

    private static final int MAX_SHOWN = 190;

    private final PasswordlessAccounts accounts;
    private final Agents agents;
    private final Customers customers;
    private final Memberships memberships;
    private final CurrentOrganisation currentOrganisation;
    private final Audit audit;

    FederatedSignIn(
            PasswordlessAccounts accounts,
            Agents agents,
            Customers customers,
            Memberships memberships,
            CurrentOrganisation currentOrganisation,
            Audit audit) {
        this.accounts = accounts;
        this.agents = agents;
        this.customers = customers;
        this.memberships = memberships;
        this.currentOrganisation = currentOrganisation;
        this.audit = audit;
    }

    /** The result of a federated sign-in: an account, or a refusal, which is committed with its audit entry. */
    private record Outcome(long account, @Nullable Refusal refusal) {

        static Outcome of(long account) {
            return new Outcome(account, null);
        }

        static Outcome refused(ProblemType type, Words why, @Nullable Object... arguments) {
            return new Outcome(0, new Refusal(type, why.with(arguments)));
        }
    }

    private record Refusal(ProblemType type, Sentence why) {}

    /** The audit entry of a refused person. */
    @RegisterForReflection
    record Refused(
            String why,
            String detail,
            String issuer,
            @Nullable String subject) {}

    Token signIn(Provider provider, IdentityClaims claims, Device device) {
        return currentOrganisation.in(provider.organisation(), () -> {
            var admission = admitted(provider, claims);
            if (admission.refusal() != null) {
                throw admission.refusal().type().because(admission.refusal().why());
            }
            return Transactions.inNew(() -> accounts.signIn(admission.account(), device));
        });
    }

    private Outcome admitted(Provider provider, IdentityClaims claims) {
        try {
            return Transactions.inNew(() -> audited(provider, claims, admit(provider, claims)));
        } catch (ConstraintViolationException e) {
            // The same person signed in for the first time twice at once: the account exists now.
            return Transactions.inNew(() -> audited(provider, claims, admit(provider, claims)));
        }
    }

    private Outcome admit(Provider provider, IdentityClaims claims) {
        var subject = claims.subject();
        var username = claims.username();
        if (subject.isEmpty() || username.isEmpty()) {
            return Outcome.refused(ProblemType.IDENTITY_INCOMPLETE, SignOnWords.NO_SUBJECT);
        }
        var settings = IdentityProvider.ofOrganisation().orElse(null);
        if (settings == null) {
            return noRole();
        }
        var admission = ExternalIdentity.of(provider.issuer(), subject.get())
                .map(known -> returning(known.accountId, claims, settings))
                .orElseGet(() -> newcomer(provider, subject.get(), username.get(), claims, settings));
        if (admission.refusal() == null && settings.tellsPlaces(claims) == Availability.HERE) {
            memberships.replace(admission.account(), settings.placesOf(claims));
        }
        return admission;
    }

    /**
     * A missing claim takes nothing from the account. Where the token says that it is told elsewhere, roles stay as
     * they are; else the person is refused, because a provider may leave out empty claims.
     */
    private Outcome returning(long account, IdentityClaims claims, IdentityProvider settings) {
        var before = accounts.rolesOf(account);
        var told = settings.tellsRoles(claims);
        var roles = told == Availability.ELSEWHERE ? before : settings.rolesOf(claims);
        if (told == Availability.NOT_AT_ALL && !roles.containsAll(before)) {
            return missing(settings.roleClaim);
        }
        if (settings.tellsPlaces(claims) == Availability.NOT_AT_ALL
                && !memberships.groupsOf(account).isEmpty()) {
            return missing(settings.groupClaim);
        }
        if (lacksAddress(roles, claims) && !customers.isCustomer(account)) {
            return noAddress();
        }
        if (roles.contains(Role.CUSTOMER) && !customers.isCustomer(account) && isCustomersAddress(claims)) {
            return taken();
        }
        var has = accounts.changeRoles(account, roles);
        if (has.isEmpty()) {
            agents.retire(account);
            return noRole();
        }
        furnish(account, claims, has);
        return Outcome.of(account);
    }

    private Outcome newcomer(
            Provider provider, String subject, String username, IdentityClaims claims, IdentityProvider settings) {
        if (settings.tellsRoles(claims) == Availability.ELSEWHERE) {
            return missing(settings.roleClaim);
        }
        var roles = settings.rolesOf(claims);
        if (roles.isEmpty()) {
            return noRole();
        }
        if (lacksAddress(roles, claims)) {
            return noAddress();
        }
        boolean taken = accounts.isTaken(username)
                || claims.email().filter(accounts::isTaken).isPresent()
                || roles.contains(Role.CUSTOMER) && isCustomersAddress(claims);
        if (taken) {
            return taken();
        }
        long account = accounts.create(username, claims.name(), roles);
        ExternalIdentity.create(account, provider.issuer(), subject);
        furnish(account, claims, roles);
        return Outcome.of(account);
    }

    /** Makes the rest that a role needs beside the account. */
    private void furnish(long account, IdentityClaims claims, Set<Role> roles) {
        if (roles.contains(Role.AGENT)) {
            agents.ensure(account, claims.name());
        } else {
            agents.retire(account);
        }
        if (roles.contains(Role.CUSTOMER) && !customers.isCustomer(account)) {
            customers.create(account, claims.name(), claims.email().orElseThrow());
        }
    }

    private Outcome audited(Provider provider, IdentityClaims claims, Outcome admission) {
        if (admission.refusal() != null) {
            var who = claims.username().orElse("?");
            audit.record(
                    Action.SIGN_IN_FAILED,
                    Texts.beginning(who, MAX_SHOWN),
                    null,
                    new Refused(
                            admission.refusal().type().english(),
                            admission.refusal().why().toString(),
                            provider.issuer(),
                            claims.text("sub").orElse(null)));
        }
        return admission;
    }

    private boolean isCustomersAddress(IdentityClaims claims) {
        return claims.email().filter(customers::isTaken).isPresent();
    }

    private static boolean lacksAddress(Set<Role> roles, IdentityClaims claims) {
        return roles.contains(Role.CUSTOMER) && claims.email().isEmpty();
    }

    private static Outcome noRole() {
        return Outcome.refused(ProblemType.NO_ROLE, SignOnWords.ASK_ADMIN);
    }

    private static Outcome missing(@Nullable String claim) {
        return Outcome.refused(ProblemType.CLAIM_MISSING, SignOnWords.NO_CLAIM, claim);
    }

    private static Outcome noAddress() {
        return Outcome.refused(ProblemType.IDENTITY_INCOMPLETE, SignOnWords.NO_ADDRESS);
    }

    private static Outcome taken() {
        return Outcome.refused(ProblemType.IDENTITY_TAKEN, SignOnWords.TAKEN);
    }
}
