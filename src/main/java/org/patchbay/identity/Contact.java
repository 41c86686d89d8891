package org.patchbay.identity;

import org.patchbay.shared.Spelling;

/**
 * Where and how somebody is written to.
 *
 * @param email as {@link Spelling} has it; null where it is not known
 * @param language a tag of BCP 47; null where it is not known
 */
public record Contact(String email, String language) {

    public Contact {
        email = email == null ? null : Spelling.folded(email);
    }

    static final Contact NONE = new Contact(null, null);
}
