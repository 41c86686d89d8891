package org.patchbay.identity.accounts;

import org.patchbay.shared.language.Words;

/** Texts of mails with a link. */
enum MailTexts implements Words {
    INVITATION_SUBJECT("Your invitation to Patchbay"),
    INVITATION("You are invited. Choose a password here:"),
    PASSWORD_SUBJECT("Your Patchbay password"),
    FORGOTTEN("Choose a new password here, or ignore this mail:"),
    SENT_BY_ADMIN("An admin sends you this link. Choose a new password here:"),
    SIGN_UP_SUBJECT("Your new account"),
    SIGN_UP("Somebody makes an account with this address. If it is you, choose a password here; if not, ignore this"
            + " mail:"),
    KNOWN_SUBJECT("You have an account"),
    SIGN_UP_OF_KNOWN(
            "Somebody wants an account with this address, which has one already. Sign in as ever, or choose a new"
                    + " password here:"),
    FOOTER("The link works once, for {0,choice,1#1 hour|1<{0} hours}. Without a browser: POST {1} with its last"
            + " part as\nthe token and the new password.\n");

    private final String english;

    MailTexts(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
