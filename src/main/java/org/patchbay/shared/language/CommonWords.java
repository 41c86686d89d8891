package org.patchbay.shared.language;

/** Texts that any request may be told. */
public enum CommonWords implements Words {
    SECONDS("Try again in {0,choice,1#1 second|1<{0} seconds}."),
    REPEAT("Repeat the request; with an Idempotency-Key nothing is done twice."),
    SEE_LOG("The log of the server tells more."),
    DONE_FOR_ERASED("It was done, for a customer who is erased by now."),
    READ_AGAIN("Nothing was done. Read it again."),
    VERSION("The current version is {0}."),
    KEY_LENGTH("An Idempotency-Key has 1 to {0} characters."),
    KEY_OF_ANOTHER("Use a new key for a new request."),
    BAD_CURSOR("Pass what an earlier page of the same list gave as next."),
    SEND_JSON("Send application/json."),
    TAKEN("Another {0} has this {1}."),
    SAME_KEY("Something with the same key exists."),
    REFERRED_TO("Remove what refers to it first."),
    REFERS_TO_NOTHING("The request refers to something that does not exist."),
    BREAKS_A_RULE("The request breaks a rule of the stored data."),
    DOES_NOT_FIT("A value does not fit."),
    NO_PARAMETER("There is no query parameter {0} here, nor any other."),
    NO_SUCH_PARAMETER("There is no query parameter {0} here, but {1}."),
    GIVEN_TWICE("{0} is given more than once."),
    ADDRESS("{0} is UTF-8, escaped where it must be, and " + Texts.RULE + "."),
    THE_PATH("The path"),
    THE_QUERY("The query");

    private final String english;

    CommonWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
