package org.patchbay.identity;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.Spelling;

/**
 * The mail address and language of a person.
 *
 * @param email as {@link Spelling} has it; null where it is unknown
 * @param language a tag of BCP 47; null where it is unknown
 */
public record Contact(@Nullable String email, @Nullable String language) {

    public Contact {
        email = email == null ? null : Spelling.folded(email);
    }

    static final Contact NONE = new Contact(null, null);
}
