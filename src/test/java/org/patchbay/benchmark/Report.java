package org.patchbay.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The table, and the same as JSON. */
final class Report {

    private static final String LINE = "  %-50s %10s %-10s %s%n";

    private final String machine;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Goal, Double> reached = new EnumMap<>(Goal.class);
    private String section = "";

    /**
     * A measured value.
     *
     * @param goal null where there is none
     * @param met null where there is no goal
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String section, String name, double value, String unit, String goal, Boolean met) {

        String formatted() {
            var digits = value < 10 ? "%.2f" : "%.0f";
            var verdict = goal == null ? "" : "goal " + goal + ": " + (met ? "met" : "MISSED");
            return String.format(Locale.ROOT, LINE, name, String.format(Locale.ROOT, digits, value), unit, verdict);
        }
    }

    Report(String machine) {
        this.machine = machine;
    }

    /** Begins a section for the next values. */
    void section(String name) {
        section = name;
        System.out.println("benchmark: measured " + name);
    }

    void value(String name, double value, String unit) {
        rows.add(new Row(section, name, value, unit, null, null));
    }

    void atLeast(String name, double value, String unit, double goal) {
        rows.add(new Row(section, name, value, unit, ">= " + text(goal), value >= goal));
    }

    void atMost(String name, double value, String unit, double goal) {
        rows.add(new Row(section, name, value, unit, "<= " + text(goal), value <= goal));
    }

    /** As the others, and repeated in the table of all goals at the end. */
    void reached(Goal goal, double figure) {
        reached.put(goal, figure);
        rows.add(new Row(section, goal.title(), figure, goal.unit(), goal.text(), goal.isMetBy(figure)));
    }

    private static String text(double goal) {
        return goal == Math.rint(goal) ? Long.toString((long) goal) : Double.toString(goal);
    }

    void print() {
        var table = new StringBuilder("\n").append(machine).append('\n');
        var last = "";
        for (var row : rows) {
            if (!row.section.equals(last)) {
                table.append('\n').append(row.section).append('\n');
                last = row.section;
            }
            table.append(row.formatted());
        }
        table.append('\n').append("to reach").append('\n');
        for (var goal : Goal.values()) {
            var figure = reached.get(goal);
            table.append(
                    figure == null
                            ? String.format(Locale.ROOT, LINE, goal.title(), "-", goal.unit(), "goal " + goal.text())
                            : new Row("", goal.title(), figure, goal.unit(), goal.text(), goal.isMetBy(figure))
                                    .formatted());
        }
        System.out.println(table);
    }

    void write(Path file) throws IOException {
        record Json(String machine, List<Row> rows) {}
        Files.createDirectories(file.toAbsolutePath().getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), new Json(machine, rows));
    }
}
