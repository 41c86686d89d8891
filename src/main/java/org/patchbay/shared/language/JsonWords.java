package org.patchbay.shared.language;

/** Mistakes in JSON: our own words, and Jackson's of what it expected, which it says in English alone. */
public enum JsonWords implements Words {
    PLACE(" at line {0}, column {1}"),
    THE_BODY("The body"),
    NO_FIELD("There is no field {0}{1}."),
    FOLLOWED("Something follows the JSON{0}."),
    IS("{0} is {1}{2}."),
    UNKNOWN_VALUE("{0} has a value that is not known{1}."),
    MALFORMED("The JSON is malformed{0}{1}."),
    EXPECTED(": expected {0}"),
    MORE("more"),
    ESCAPED_CONTROL("an escape in place of a control character"),
    ESCAPE("an escape of JSON"),
    NO_LEADING_ZERO("a number without leading zeroes"),
    UTF_8("UTF-8"),
    COMMA_IN_OBJECT("comma to separate Object entries"),
    COMMA_IN_ARRAY("comma to separate Array entries"),
    SPACE("space separating root-level values"),
    SPACE_OR_END("white space, comma or end marker after token"),
    COLON("a colon to separate field name and value"),
    QUOTE_BEFORE_NAME("double-quote to start field name"),
    QUOTE_AFTER_NAME("closing '\"' for name"),
    QUOTE_AFTER_TEXT("closing quote for a string value"),
    VALUE("a value"),
    TOKEN("(JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
    VALID_VALUE("a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"),
    DIGIT("digit (0-9) for valid numeric value"),
    DIGIT_AFTER_MINUS("digit (0-9) to follow minus sign, for valid numeric value"),
    DIGIT_OF_EXPONENT("a digit for number exponent"),
    HEX_DIGIT("a hex-digit for character escape sequence"),
    END_OF_OBJECT("close marker for Object"),
    END_OF_ARRAY("close marker for Array");

    private final String english;

    JsonWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
