package org.patchbay.identity;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Traces of names and addresses, of an account or of none: sign-ins that failed, sign-ups begun. */
@ApplicationScoped
public class Traces {

    /** @param names as {@link org.patchbay.shared.Spelling} has them */
    @Transactional
    public void erase(Collection<String> names) {
        names.forEach(SignInFailure::forgetAllOf);
        names.forEach(PasswordLink::deleteOfNewcomer);
    }
}
