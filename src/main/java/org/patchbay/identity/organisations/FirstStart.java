package org.patchbay.identity.organisations;

import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.validation.Validator;

import org.patchbay.identity.Accounts;
import org.patchbay.identity.Credentials;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.Role;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;

/**
 * Makes everything that a service needs before the first sign-in: the operators' organisation, a first organisation to
 * serve and, where configured, an operator and an admin of that organisation, who make all other accounts.
 */
@ApplicationScoped
class FirstStart {

    /** The first accounts; each is made where no account of that name exists. */
    @ConfigMapping(prefix = "patchbay.bootstrap")
    interface Config {

        /** The user name of the first admin, in the first organisation. */
        Optional<String> adminUsername();

        /** The first admin's password, of 12 characters or more. */
        Optional<String> adminPassword();

        /** The user name of the first operator, who makes organisations. */
        Optional<String> operatorUsername();

        /** The first operator's password, of 12 characters or more. */
        Optional<String> operatorPassword();
    }

    private final Config config;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Validator validator;
    private final CurrentOrganisation currentOrganisation;

    FirstStart(
            Config config,
            Organisations organisations,
            Accounts accounts,
            Validator validator,
            CurrentOrganisation currentOrganisation) {
        this.config = config;
        this.organisations = organisations;
        this.accounts = accounts;
        this.validator = validator;
        this.currentOrganisation = currentOrganisation;
    }

    void makeOrganisations(@Observes @Priority(100) StartupEvent event) {
        organisations.ensureOperators();
        organisations.ensureFirst();
    }

    /** Runs after the demo data, which is made only where no account can sign in yet. */
    void makeAccounts(@Observes @Priority(300) StartupEvent event) {
        make(organisations::ensureFirst, Role.ADMIN, config.adminUsername(), config.adminPassword());
        make(organisations::ensureOperators, Role.OPERATOR, config.operatorUsername(), config.operatorPassword());
    }

    private void make(LongSupplier organisation, Role role, Optional<String> username, Optional<String> password) {
        if (username.isEmpty() || password.isEmpty()) {
            return;
        }
        var credentials = new Credentials(username.get(), password.get());
        for (var broken : validator.validate(credentials)) {
            throw new IllegalStateException("The configured user name or password of the first " + role.text()
                    + " breaks a rule: " + broken.getMessage());
        }
        currentOrganisation.in(organisation.getAsLong(), () -> {
            if (isThere(credentials)) {
                return;
            }
            Transactions.inNew(() -> {
                // Of replicas that start at once the others wait here, and find what the first one made.
                Organisation.lock(CurrentOrganisation.id());
                if (!isThere(credentials)) {
                    long account = accounts.create(credentials, "First " + role.text(), Set.of(role));
                    Log.infof("Made the first %s, account %d", role.text(), account);
                }
            });
        });
    }

    private boolean isThere(Credentials credentials) {
        return accounts.byUsername(credentials.username()).isPresent();
    }
}
