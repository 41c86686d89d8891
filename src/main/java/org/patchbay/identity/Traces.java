package org.patchbay.identity;

import java.time.Instant;
import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.identity.signin.PasswordLinks;
import org.patchbay.identity.signin.SignInFailure;

/** Traces of names and addresses, of an account or of none: sign-ins that failed, sign-ups begun. */
@ApplicationScoped
public class Traces {

    private final PasswordLinks links;

    Traces(PasswordLinks links) {
        this.links = links;
    }

    /**
     * Erases traces that were left before then. A sign-up that was begun afterwards is of somebody new.
     *
     * @param names as {@link org.patchbay.shared.language.Spelling} has them
     */
    @Transactional
    public void erase(Collection<String> names, Instant time) {
        names.forEach(SignInFailure::forgetAllOf);
        names.forEach(name -> links.deleteSignUps(name, time));
    }
}
