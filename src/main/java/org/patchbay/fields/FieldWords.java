package org.patchbay.fields;

import org.patchbay.shared.language.Words;

/** Texts about fields of one's own and their values. */
public enum FieldWords implements Words {
    NO_FIELD("There is no field {0}."),
    ARCHIVED("Field {0} is archived: no more tickets get a value."),
    TOO_MANY("An organisation has at most {0} fields. Delete those of which no ticket has a value."),
    OPTIONS("a choice has 1 to {0} different options, and nothing else has any"),
    VALUE("{0} is {1}."),
    A_TEXT("a text of at most {0} characters"),
    A_NUMBER("a number with at most 11 digits before the point and 4 behind it"),
    FILTER("field is a key and a value, like amount:12, or from one to another, like amount:10..20."),
    TOO_MANY_FILTERS("At most {0} fields can be asked for.");

    private final String english;

    FieldWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
