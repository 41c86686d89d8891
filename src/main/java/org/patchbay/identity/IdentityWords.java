package org.patchbay.identity;

import org.patchbay.shared.language.Words;

/** Texts about accounts, sessions and organisations. */
public enum IdentityWords implements Words {
    NO_ACCOUNT("There is no account {0}."),
    NO_SESSION("There is no session {0}."),
    NO_CLIENT("There is no API client {0}."),
    NO_ORGANISATION("There is no organisation {0}."),
    NO_SUCH_ORGANISATION("There is no such organisation."),
    SIGN_IN_FIRST("Sign in first."),
    SIGN_IN_AGAIN("Sign in again."),
    ENDED_OR_REMOVED("The session ended, or the account was removed."),
    ACCOUNT_REMOVED("This account was removed."),
    REMOVED_MEANWHILE("The account was removed meanwhile. Sign in again."),
    SUSPENDED("Ask whoever runs this service."),
    FACTOR_IS_ON("A second factor is on. Remove it first."),
    NO_FACTOR("There is no second factor to confirm."),
    SEND_CODE_SHOWN("Send the code that the app shows now."),
    SEND_CODE("Send the code that your app shows, or a recovery code."),
    OWN_ADMIN_ROLE("Nobody takes the role of an admin from themselves."),
    OWN_SIGN_IN("Nobody deletes their own sign-in."),
    STAFF_ONLY("Only agents, supervisors and admins become supervisors or admins."),
    WITHOUT_ROLE("Somebody without any role is deleted instead."),
    NO_LONGER_ADMIN("You are no longer an admin."),
    LAST_ADMIN("Nobody else is an admin of the organisation. Make somebody one first."),
    BELONGS_TO_OTHERS("Delete the agent, customer or API client it belongs to."),
    WITHOUT_PASSWORD("They sign in without a password of ours."),
    NO_ADDRESS("No e-mail address of theirs is known: say which it is."),
    CHANGE_CUSTOMER("Change the address of the customer."),
    ADDRESS_OF_ANOTHER("Somebody else of the organisation has this address."),
    WORKS_HERE("They work here, too: take that from their account first."),
    KNOWN("You have an account here. Sign in, or ask for a new password."),
    NEW_LINK("Ask for a new one."),
    OPERATORS_STAY("The operators' own organisation stays as it is."),
    LACKS_SCOPE("The token lacks {0}."),
    CLOSED_TO_CLIENTS("No API client may do this."),
    FOR_PROGRAMS("Programs use POST /auth/token."),
    WRONG_CLIENT("Unknown or expired client, or wrong secret."),
    REVOKED("It was revoked."),
    NO_SCOPE("Unknown scope {0}."),
    ONLY_SCOPES("The client has only {0}."),
    NO_CLIENT_SECRET("client_id and client_secret are missing."),
    NOT_BASIC("Authorization is not Basic."),
    NAMES_ARE_UNIQUE("User names are unique in the organisation: who sees a part of it cannot give them.");

    private final String english;

    IdentityWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
