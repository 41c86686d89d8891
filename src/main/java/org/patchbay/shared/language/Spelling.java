package org.patchbay.shared.language;

import java.util.Locale;

/**
 * The one spelling of e-mail addresses, user names and host names, which people write in several: they are stored and
 * looked up in it. The database compares them byte for byte, like all identifiers.
 */
public final class Spelling {

    private Spelling() {}

    /** In lower case, without the spaces that keyboards add around it. Accents stay: they tell two domains apart. */
    public static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
