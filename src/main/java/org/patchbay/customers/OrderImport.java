package org.patchbay.customers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.exception.ConstraintViolationException;
import org.patchbay.shared.JsonMistakes;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Texts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Imports orders in batches; a bad line costs only itself, and a repeated import changes nothing.
 */
@ApplicationScoped
class OrderImport {

    /** A line that was not imported. */
    @RegisterForReflection
    record BadLine(
            @Schema(description = "Counted from 1, the header included", examples = "3")
            long line,

            @Schema(examples = "quantity must be greater than 0")
            String error) {}

    /** What became of an import. */
    @RegisterForReflection
    record Report(
            @Schema(description = "Orders that are new") int created,

            @Schema(description = "Orders that were there already, just so")
            int unchanged,

            List<BadLine> errors) {}

    private static final int BATCH = 500;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final CSVFormat CSV = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    private static final List<String> COLUMNS =
            List.of("number", "customerId", "product", "quantity", "amount", "currency", "orderedAt");

    private final Orders orders;
    private final Validator validator;
    private final ObjectMapper json;

    OrderImport(Orders orders, Validator validator, ObjectMapper json) {
        this.orders = orders;
        this.validator = validator;
        this.json = json;
    }

    /** @throws HttpProblem {@code bad-request} where the header lacks a column or the text is not CSV at all */
    Report csv(Reader text) throws IOException {
        var tally = new Tally();
        var parser = header(text);
        try (parser) {
            if (!parser.getHeaderNames().containsAll(COLUMNS)) {
                throw ProblemType.BAD_REQUEST.because("The header must have the columns " + String.join(",", COLUMNS));
            }
            for (var records = parser.iterator(); records.hasNext(); ) {
                var row = records.next();
                tally.line(parser.getCurrentLineNumber(), () -> parse(row));
            }
        } catch (UncheckedIOException e) {
            tally.unreadable(parser.getCurrentLineNumber(), badCsv(e).getMessage());
        }
        return tally.report();
    }

    Report jsonLines(Reader text) throws IOException {
        var tally = new Tally();
        try (var lines = withoutMark(text)) {
            long number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                var content = line;
                if (!content.isBlank()) {
                    tally.line(number, () -> parse(content));
                }
            }
        }
        return tally.report();
    }

    private static CSVParser header(Reader text) throws IOException {
        try {
            return CSV.parse(withoutMark(text));
        } catch (IllegalArgumentException | CSVException e) {
            throw ProblemType.BAD_REQUEST.because("The header is not CSV: " + e.getMessage());
        }
    }

    /** @throws IOException where it was not the CSV that was bad, but the connection, or the size */
    private static CSVException badCsv(UncheckedIOException e) throws IOException {
        if (e.getCause() instanceof CSVException bad) {
            return bad;
        }
        throw e.getCause();
    }

    /** Spreadsheets begin a text with a byte order mark. */
    private static BufferedReader withoutMark(Reader text) throws IOException {
        var reader = new BufferedReader(text);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static NewOrder parse(CSVRecord row) {
        if (!row.isConsistent()) {
            throw new IllegalArgumentException("has " + row.size() + " columns instead of those of the header");
        }
        row.toMap().forEach(OrderImport::checkWhole);
        return new NewOrder(
                row.get("number"),
                field(row, "customerId", Long::valueOf),
                row.get("product"),
                field(row, "quantity", Integer::valueOf),
                field(row, "amount", BigDecimal::new),
                row.get("currency"),
                field(row, "orderedAt", Instant::parse));
    }

    private static void checkWhole(String column, String text) {
        if (!Texts.isWhole(text)) {
            throw new IllegalArgumentException(column + " " + Texts.RULE);
        }
    }

    private static <T> T field(CSVRecord row, String column, Function<String, T> parser) {
        try {
            return parser.apply(row.get(column));
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IllegalArgumentException(column + " is not valid: " + row.get(column), e);
        }
    }

    private NewOrder parse(String line) {
        try {
            return json.readValue(line, NewOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(JsonMistakes.sentence(e), e);
        }
    }

    /** Gathers good lines into batches, and counts what became of all. */
    private final class Tally {

        private final Map<Long, NewOrder> batch = new LinkedHashMap<>();
        private final List<BadLine> errors = new ArrayList<>();
        private int created;
        private int unchanged;

        Tally() {}

        void line(long number, Supplier<NewOrder> parser) {
            try {
                batch.put(number, valid(parser.get()));
            } catch (IllegalArgumentException e) {
                errors.add(new BadLine(number, e.getMessage()));
            }
            if (batch.size() == BATCH) {
                store();
            }
        }

        void unreadable(long number, String error) {
            errors.add(new BadLine(number, "not CSV, nothing after it was read: " + error));
        }

        Report report() {
            store();
            errors.sort(Comparator.comparingLong(BadLine::line));
            return new Report(created, unchanged, errors);
        }

        private void store() {
            try {
                count(orders.importAll(batch));
            } catch (ConstraintViolationException e) {
                // Somebody else imports the same orders: line by line, only those suffer.
                batch.forEach(this::storeAlone);
            }
            batch.clear();
        }

        private void storeAlone(long number, NewOrder order) {
            try {
                count(orders.importAll(Map.of(number, order)));
            } catch (ConstraintViolationException e) {
                errors.add(new BadLine(number, "was imported by somebody else at the same time"));
            }
        }

        private void count(Orders.Imported imported) {
            created += imported.created();
            unchanged += imported.unchanged();
            imported.refused().forEach((line, error) -> errors.add(new BadLine(line, error)));
        }
    }

    private NewOrder valid(NewOrder order) {
        if (order == null) {
            throw new IllegalArgumentException("not an order");
        }
        var violations = validator.validate(order);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(
                    violations.stream().map(OrderImport::sentence).sorted().collect(Collectors.joining("; ")));
        }
        return order;
    }

    private static String sentence(ConstraintViolation<NewOrder> violation) {
        return violation.getPropertyPath() + " " + violation.getMessage();
    }
}
