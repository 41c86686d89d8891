package org.patchbay.shared.mail;

import java.util.regex.Pattern;

/** Addresses of mails, in texts of others. */
public final class MailAddresses {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]*@[^\\s<>]*");

    private MailAddresses() {}

    /** A text of a mail server, which repeats the address that it refuses, without any address. */
    public static String hiddenIn(String text) {
        return ADDRESS.matcher(text).replaceAll("...");
    }
}
