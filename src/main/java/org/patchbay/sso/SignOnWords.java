package org.patchbay.sso;

import org.patchbay.shared.language.Words;

/** Texts for those who sign in elsewhere, and for those who keep its settings. */
enum SignOnWords implements Words {
    NOT_HERE("Nobody signs in elsewhere for this organisation."),
    HERE_ONLY("People of this organisation sign in here only."),
    SECRET_ANEW("An admin must set the client secret anew."),
    NEEDS_SECRET("A new issuer needs its clientSecret."),
    SEND_TOKEN("Send a token of the identity provider."),
    NOT_VOUCHED("The identity provider does not vouch for this. Sign in there anew."),
    TRY_LATER("Try again later, or tell an admin of the organisation."),
    NO_SUBJECT("It tells no subject or no user name."),
    ASK_ADMIN("Ask an admin of the organisation."),
    NO_CLAIM("The token has no claim {0}, so nothing was changed. An admin must have the identity provider put it"
            + " there, with an empty list for those who have nothing."),
    NO_ADDRESS("A customer needs an e-mail address."),
    TAKEN("An admin must remove or rename whoever has it before you can sign in.");

    private final String english;

    SignOnWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
