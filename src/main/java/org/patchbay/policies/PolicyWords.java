package org.patchbay.policies;

import org.patchbay.shared.language.Words;

/** Texts about routing policies and their rules. */
public enum PolicyWords implements Words {
    NO_POLICY("There is no routing policy {0}."),
    NO_VERSION("There is no version {0} of routing policy {1}."),
    WITHDRAW_FIRST("Withdraw version {0} first."),
    RULES_OR_COPY("Send either rules or copyOf."),
    WAS_PUBLISHED("It was published: make a new version, with copyOf {0}."),
    NOT_PUBLISHED("It is not published."),
    SENDS_THERE("The published routing policy sends tickets there."),
    ASKS_FOR_IT("The published routing policy asks for it."),
    MUST_BE_ABSENT("must be absent where it is the LAST_AGENT"),
    NOT_BOOL("must be a bool, but is of type {0}"),
    NOT_SPELLED_OUT("a pattern is spelled out"),
    TOO_LARGE("the pattern is too large"),
    NO_PATTERN("not a pattern: {0}"),
    NOT_UNDERSTOOD("cannot be understood: {0}"),
    TOO_SLOW("The rules so far took longer than a second."),
    RULE_FAILED("Rule \"{0}\" failed: {1}");

    private final String english;

    PolicyWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
