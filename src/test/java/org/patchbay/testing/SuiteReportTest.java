package org.patchbay.testing;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.SuiteReport.Timed;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SuiteReportTest {

    @Test
    void theTenSlowestClassesAndEveryStartAreTold() {
        var classes = IntStream.rangeClosed(1, 12)
                .mapToObj(seconds -> new Timed("Test" + seconds, seconds))
                .toList();
        var table = SuiteReport.table(classes, List.of("left", "right"));
        assertTrue(table.contains("    12.0 s  Test12"), table);
        assertTrue(table.contains("     3.0 s  Test3"), table);
        assertFalse(table.contains(" 2.0 s  Test2"), table);
        assertTrue(table.contains("    78.0 s  all together"), table);
        assertTrue(table.contains("started 2 times: left, right"), table);
    }
}
