package org.patchbay.customers.imports;

import org.patchbay.shared.language.Texts;
import org.patchbay.shared.language.Words;

/** Reasons why lines are not imported. */
enum ImportWords implements Words {
    OTHER_MARK("It is declared as {0}, and begins with the byte order mark of {1}."),
    NO_CHARSET("The charset {0} is not known here."),
    NOT_OF_CHARSET("is not valid {0}"),
    HEADER("The header must have the columns {0}, separated by \",\", \";\" or a tab. It has \"{1}\"."),
    HEADER_NOT_CSV("The header is not CSV: {0}"),
    NOT_CSV("not CSV: {0}; nothing after it was read"),
    NEVER_CLOSED("a quote is opened here and never closed; nothing after it was read"),
    OTHER_COLUMNS("has {0,choice,0#no columns|1#1 column|1<{0} columns} instead of those of the header"),
    WHOLE_TEXT("{0} " + Texts.RULE),
    IS_NOT("{0} is \"{1}\", not {2}"),
    WITH_POINT("a number such as 49.90 (with `decimal=COMMA` such as 49,90)"),
    WITH_COMMA("a number such as 1.049,90"),
    MOMENT("a moment such as 2026-11-02T09:30:00Z"),
    NO_ORDER("not an order"),
    IMPORTED_MEANWHILE("was imported by somebody else at the same time");

    private final String english;

    ImportWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
