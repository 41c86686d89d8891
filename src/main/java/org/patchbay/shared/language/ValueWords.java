package org.patchbay.shared.language;

/** Texts about what a value is to be. */
public enum ValueWords implements Words {
    IS("{0} is {1}."),
    WHOLE_NUMBER("a whole number"),
    NUMBER("a number"),
    TEXT("a text"),
    TRUE_OR_FALSE("true or false"),
    TIME("a time like 2026-11-02T09:30:00Z"),
    DATE("a date like 2026-11-02"),
    TIME_OF_DAY("a time like 09:30"),
    ONE_OF("one of {0}"),
    LIST("a list"),
    OBJECT("an object"),
    OF_ANOTHER_TYPE("of another type"),
    EVENT_NUMBER("the number of an event"),
    WHOLE_TEXT("{0} " + Texts.RULE + "{1}."),
    MISSING("must not be null");

    private final String english;

    ValueWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
