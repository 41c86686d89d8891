package org.patchbay.mails;

import org.patchbay.shared.language.Words;

/** Texts about mails to customers. */
enum CaseMailWords implements Words {
    LINK_OVER("The newest mail about the request has a link that works."),
    NO_ADDRESS("Your account has no e-mail address to which a mail could go."),
    CUSTOMER_WITHOUT_ADDRESS("No e-mail address of the customer is known."),
    NOT_TAKEN("The mail server did not take the mail: {0}"),
    SAMPLE_NAME("Carla Customer"),
    SAMPLE_AGENT("Ada"),
    SAMPLE_TEXT("Thank you for the photo.\nWhich of the two lamps is it?");

    private final String english;

    CaseMailWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
