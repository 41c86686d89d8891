package org.patchbay.fields;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The values of the types. */
class FieldTypeTest {

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "12.50, 12.5",
        "1200, 1200",
        "-0.0001, -0.0001",
        "99999999999.9999, 99999999999.9999",
        "0e999999999, 0",
        "1e3, 1000",
        "0.00001,",
        "100000000000,",
        "1e400,",
        "1e-999999999,",
        "twelve,"
    })
    void aNumberFitsItsColumn(String text, String expected) {
        assertEquals(expected, FieldType.number(text).map(Object::toString).orElse(null));
    }
}
