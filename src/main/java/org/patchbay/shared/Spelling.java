package org.patchbay.shared;

import java.util.Locale;

/**
 * The one spelling of what people write in several: e-mail addresses, user names and host names are kept and looked up
 * in it. The database compares it, as it does all identifiers, byte for byte.
 */
public final class Spelling {

    private Spelling() {}

    /** In lower case, without the spaces that keyboards add around it. Accents stay: they tell two domains apart. */
    public static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
