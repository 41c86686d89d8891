package org.patchbay.identity;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.identity.accounts.PasswordLink;
import org.patchbay.identity.signin.SignInFailure;

/** Traces of names and addresses, of an account or of none: sign-ins that failed, sign-ups begun. */
@ApplicationScoped
public class Traces {

    /** @param names as {@link org.patchbay.shared.language.Spelling} has them */
    @Transactional
    public void erase(Collection<String> names) {
        names.forEach(SignInFailure::forgetAllOf);
        names.forEach(PasswordLink::deleteOfNewcomer);
    }
}
