package org.patchbay.sso;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.exception.ConstraintViolationException;
import org.patchbay.agents.Agents;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.customers.Customers;
import org.patchbay.groups.Memberships;
import org.patchbay.identity.Device;
import org.patchbay.identity.Role;
import org.patchbay.identity.Token;
import org.patchbay.identity.VouchedAccounts;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Tenancy;
import org.patchbay.shared.Texts;
import org.patchbay.shared.Transactions;
import org.patchbay.sso.Claims.Told;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Begins a session for somebody whom an identity provider vouches for. Who comes for the first time gets an account,
 * never one that is there; each time the account is made to have the roles that the provider gives now.
 */
@ApplicationScoped
class SingleSignOn {

    private static final int MAX_SHOWN = 190;

    private final VouchedAccounts accounts;
    private final Agents agents;
    private final Customers customers;
    private final Memberships memberships;
    private final Tenancy tenancy;
    private final Audit audit;

    SingleSignOn(
            VouchedAccounts accounts,
            Agents agents,
            Customers customers,
            Memberships memberships,
            Tenancy tenancy,
            Audit audit) {
        this.accounts = accounts;
        this.agents = agents;
        this.customers = customers;
        this.memberships = memberships;
        this.tenancy = tenancy;
        this.audit = audit;
    }

    /** What came of asking to be let in: an account, or a refusal, which is committed with its audit entry. */
    private record Admission(long account, ProblemType refusal, String why) {

        static Admission of(long account) {
            return new Admission(account, null, null);
        }

        static Admission refused(ProblemType refusal, String why) {
            return new Admission(0, refusal, why);
        }
    }

    /** What the audit log says of somebody who was refused. */
    @RegisterForReflection
    record Refused(String why, String detail, String issuer, String subject) {}

    Token signIn(Provider provider, Claims claims, Device device) {
        return tenancy.in(provider.organisation(), () -> {
            var admission = admitted(provider, claims);
            if (admission.refusal() != null) {
                throw admission.refusal().because(admission.why());
            }
            return Transactions.inNew(() -> accounts.signIn(admission.account(), device));
        });
    }

    private Admission admitted(Provider provider, Claims claims) {
        try {
            return Transactions.inNew(() -> audited(provider, claims, admit(provider, claims)));
        } catch (ConstraintViolationException e) {
            // The same person signed in for the first time twice at once: the account is there now.
            return Transactions.inNew(() -> audited(provider, claims, admit(provider, claims)));
        }
    }

    private Admission admit(Provider provider, Claims claims) {
        var subject = claims.subject();
        var username = claims.username();
        if (subject.isEmpty() || username.isEmpty()) {
            return Admission.refused(ProblemType.IDENTITY_INCOMPLETE, "It tells no subject or no user name.");
        }
        var signOn = SignOn.ofOrganisation().orElse(null);
        if (signOn == null) {
            return noRole();
        }
        var admission = ExternalIdentity.of(provider.issuer(), subject.get())
                .map(known -> returning(known.accountId, claims, signOn))
                .orElseGet(() -> newcomer(provider, subject.get(), username.get(), claims, signOn));
        if (admission.refusal() == null && signOn.tellsPlaces(claims) == Told.HERE) {
            memberships.replace(admission.account(), signOn.placesOf(claims));
        }
        return admission;
    }

    /**
     * Nothing is taken from anybody because a claim is left out: where the token says that it is told elsewhere, they
     * stay what they are; else they are refused, for a provider may leave out what is empty.
     */
    private Admission returning(long account, Claims claims, SignOn signOn) {
        var before = accounts.rolesOf(account);
        var told = signOn.tellsRoles(claims);
        var roles = told == Told.ELSEWHERE ? before : signOn.rolesOf(claims);
        if (told == Told.NOT_AT_ALL && !roles.containsAll(before)) {
            return missing(signOn.roleClaim);
        }
        if (signOn.tellsPlaces(claims) == Told.NOT_AT_ALL
                && !memberships.groupsOf(account).isEmpty()) {
            return missing(signOn.groupClaim);
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
        return Admission.of(account);
    }

    private Admission newcomer(Provider provider, String subject, String username, Claims claims, SignOn signOn) {
        if (signOn.tellsRoles(claims) == Told.ELSEWHERE) {
            return missing(signOn.roleClaim);
        }
        var roles = signOn.rolesOf(claims);
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
        return Admission.of(account);
    }

    /** What a role needs beside the account. */
    private void furnish(long account, Claims claims, Set<Role> roles) {
        if (roles.contains(Role.AGENT)) {
            agents.ensure(account, claims.name());
        } else {
            agents.retire(account);
        }
        if (roles.contains(Role.CUSTOMER) && !customers.isCustomer(account)) {
            customers.create(account, claims.name(), claims.email().orElseThrow());
        }
    }

    private Admission audited(Provider provider, Claims claims, Admission admission) {
        if (admission.refusal() != null) {
            var who = claims.username().orElse("?");
            audit.record(
                    Action.SIGN_IN_FAILED,
                    Texts.beginning(who, MAX_SHOWN),
                    null,
                    new Refused(
                            admission.refusal().title(),
                            admission.why(),
                            provider.issuer(),
                            claims.text("sub").orElse(null)));
        }
        return admission;
    }

    private boolean isCustomersAddress(Claims claims) {
        return claims.email().filter(customers::isTaken).isPresent();
    }

    private static boolean lacksAddress(Set<Role> roles, Claims claims) {
        return roles.contains(Role.CUSTOMER) && claims.email().isEmpty();
    }

    private static Admission noRole() {
        return Admission.refused(ProblemType.NO_ROLE, "Ask an admin of the organisation.");
    }

    private static Admission missing(String claim) {
        return Admission.refused(
                ProblemType.CLAIM_MISSING,
                "The token has no claim " + claim
                        + ", so nothing was changed. An admin must have the identity provider put it"
                        + " there, with an empty list for those who have nothing.");
    }

    private static Admission noAddress() {
        return Admission.refused(ProblemType.IDENTITY_INCOMPLETE, "A customer needs an e-mail address.");
    }

    private static Admission taken() {
        return Admission.refused(
                ProblemType.IDENTITY_TAKEN, "An admin must remove or rename whoever has it before you can sign in.");
    }
}
