package org.patchbay.identity;

import java.util.Optional;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.validation.Validator;

import org.hibernate.exception.ConstraintViolationException;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;

/** Makes the organisation and, where configured, the admin who makes everybody else. */
@ApplicationScoped
class FirstStart {

    /** The first admin; ignored once an account of that name exists. */
    @ConfigMapping(prefix = "patchbay.bootstrap")
    interface Config {

        Optional<String> adminUsername();

        Optional<String> adminPassword();
    }

    private final Config config;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Validator validator;

    FirstStart(Config config, Organisations organisations, Accounts accounts, Validator validator) {
        this.config = config;
        this.organisations = organisations;
        this.accounts = accounts;
        this.validator = validator;
    }

    void makeOrganisation(@Observes @Priority(100) StartupEvent event) {
        organisations.ensure("Patchbay");
    }

    /** After any demo data, which is made only where nobody can sign in yet. */
    void makeAdmin(@Observes @Priority(300) StartupEvent event) {
        long organisation = organisations.current();
        if (config.adminUsername().isEmpty() || config.adminPassword().isEmpty()) {
            return;
        }
        var credentials = new Credentials(
                config.adminUsername().get(), config.adminPassword().get());
        for (var broken : validator.validate(credentials)) {
            throw new IllegalStateException(
                    "PATCHBAY_BOOTSTRAP_ADMIN_USERNAME or _PASSWORD breaks a rule: " + broken.getMessage());
        }
        if (accounts.byUsername(organisation, credentials.username()).isPresent()) {
            return;
        }
        try {
            accounts.create(organisation, credentials, "Administrator", Set.of(Role.ADMIN));
            Log.infof("Made the admin %s", credentials.username());
        } catch (ConstraintViolationException e) {
            Log.debug("Another replica made the admin");
        }
    }
}
