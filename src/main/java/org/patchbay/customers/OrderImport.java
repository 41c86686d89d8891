package org.patchbay.customers;

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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.exception.ConstraintViolationException;
import org.patchbay.shared.JsonErrorMapper;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Texts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Imports orders in batches. A bad line costs only itself, and a repeated import changes nothing. */
@ApplicationScoped
class OrderImport {

    /** A line that was not imported. */
    @RegisterForReflection
    record BadLine(
            @Schema(description = "Counted from 1, the header included", examples = "3")
            long line,

            @Schema(examples = "quantity must be greater than 0")
            String error) {}

    /** The result of an import. */
    @RegisterForReflection
    record Report(
            @Schema(description = "Orders that are new") int created,

            @Schema(description = "Orders that were there already, just so")
            int unchanged,

            List<BadLine> errors) {}

    /** The decimal separator of an amount; the other one may separate thousands. */
    enum Decimal {
        POINT("[+-]?\\d+(\\.\\d+)?", "", "."),
        COMMA("[+-]?(\\d+|\\d{1,3}(\\.\\d{3})+)(,\\d+)?", ".", ",");

        private final Pattern number;
        private final String thousands;
        private final String decimals;

        Decimal(String number, String thousands, String decimals) {
            this.number = Pattern.compile(number);
            this.thousands = thousands;
            this.decimals = decimals;
        }

        private BigDecimal parse(String text) {
            if (!number.matcher(text).matches()) {
                throw new NumberFormatException(text);
            }
            return new BigDecimal(text.replace(thousands, "").replace(decimals, "."));
        }
    }

    private static final int BATCH = 500;

    /** The header tells which one it is: no name of a column contains one. */
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    private static final Pattern DELIMITER_LINE = Pattern.compile("sep=(.)");
    private static final int LONGEST_HEADER = 16_384;
    private static final CSVFormat CSV = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    private static final List<String> COLUMNS =
            List.of("number", "customerId", "product", "quantity", "amount", "currency", "orderedAt");

    /** The only way in which Commons CSV tells the line; its number has grouping separators. */
    private static final Pattern OPENED = Pattern.compile("startline ([^)]+)\\) EOF");

    private static final String WHOLE_NUMBER = "a whole number";
    private static final String WITH_POINT = "a number such as 49.90 (with `decimal=COMMA` such as 49,90)";
    private static final String WITH_COMMA = "a number such as 1.049,90";
    private static final String MOMENT = "a moment such as 2026-11-02T09:30:00Z";

    private final Orders orders;
    private final Validator validator;
    private final ObjectMapper json;

    OrderImport(Orders orders, Validator validator, ObjectMapper json) {
        this.orders = orders;
        this.validator = validator;
        this.json = json;
    }

    /** @throws HttpProblem {@code bad-request} where the header lacks a column or the text is not CSV at all */
    Report csv(DecodedText text, Decimal decimal) throws IOException {
        var tally = new Tally();
        var reader = text.reader();
        var declared = DELIMITER_LINE.matcher(firstLine(reader));
        int before = 0;
        if (declared.matches()) {
            reader.readLine();
            before = 1;
        }
        var delimiter = declared.matches() ? declared.group(1).charAt(0) : delimiter(firstLine(reader));
        try (var parser = parser(reader, delimiter)) {
            var names = parser.getHeaderNames();
            if (!names.containsAll(COLUMNS)) {
                throw ProblemType.BAD_REQUEST.because("The header must have the columns " + String.join(",", COLUMNS)
                        + ", separated by " + quoted(",") + ", " + quoted(";") + " or a tab. It has "
                        + quoted(String.join(",", names)) + ".");
            }
            long line = before;
            try {
                for (var records = parser.iterator(); records.hasNext(); ) {
                    var row = records.next();
                    line = before + parser.getCurrentLineNumber();
                    tally.line(line, () -> parse(row, text, decimal));
                }
            } catch (UncheckedIOException e) {
                unreadable(tally, badCsv(e), before, line + 1);
            }
        }
        return tally.report();
    }

    Report jsonLines(DecodedText text) throws IOException {
        var tally = new Tally();
        try (var lines = text.reader()) {
            long number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                var content = line;
                if (!content.isBlank()) {
                    tally.line(number, () -> parse(content, text));
                }
            }
        }
        return tally.report();
    }

    private static CSVParser parser(Reader text, char delimiter) throws IOException {
        try {
            return CSV.builder().setDelimiter(delimiter).get().parse(text);
        } catch (IllegalArgumentException | CSVException e) {
            throw ProblemType.BAD_REQUEST.because("The header is not CSV: " + e.getMessage());
        }
    }

    /** Reads the first line without consuming it. */
    private static String firstLine(Reader text) throws IOException {
        text.mark(LONGEST_HEADER);
        var line = new StringBuilder();
        for (int next = text.read();
                next >= 0 && next != '\n' && next != '\r' && line.length() < LONGEST_HEADER - 1;
                next = text.read()) {
            line.append((char) next);
        }
        text.reset();
        return line.toString();
    }

    private static char delimiter(String header) {
        return DELIMITERS.stream()
                .max(Comparator.comparingInt(delimiter -> known(header, delimiter)))
                .orElseThrow();
    }

    private static int known(String header, char delimiter) {
        return (int) Stream.of(header.split(Pattern.quote(String.valueOf(delimiter))))
                .map(name -> name.strip().replace("\"", ""))
                .filter(COLUMNS::contains)
                .count();
    }

    /** @throws IOException where the connection or the size was bad, not the CSV */
    private static CSVException badCsv(UncheckedIOException e) throws IOException {
        if (e.getCause() instanceof CSVException bad) {
            return bad;
        }
        throw e.getCause();
    }

    private static void unreadable(Tally tally, CSVException bad, int before, long line) {
        var opened = OPENED.matcher(bad.getMessage());
        if (opened.find()) {
            tally.unreadable(
                    before + Long.parseLong(opened.group(1).replaceAll("\\D", "")),
                    "a quote is opened here and never closed");
        } else {
            tally.unreadable(line, "not CSV: " + bad.getMessage());
        }
    }

    private static NewOrder parse(CSVRecord row, DecodedText text, Decimal decimal) {
        if (!row.isConsistent()) {
            throw new IllegalArgumentException("has " + row.size() + " columns instead of those of the header");
        }
        row.toMap().forEach((column, value) -> {
            text.check(value);
            checkWhole(column, value);
        });
        return new NewOrder(
                row.get("number"),
                field(row, "customerId", WHOLE_NUMBER, Long::valueOf),
                Texts.composed(row.get("product")),
                field(row, "quantity", WHOLE_NUMBER, Integer::valueOf),
                field(row, "amount", decimal == Decimal.COMMA ? WITH_COMMA : WITH_POINT, decimal::parse),
                row.get("currency"),
                field(row, "orderedAt", MOMENT, Instant::parse));
    }

    private static void checkWhole(String column, String text) {
        if (!Texts.isWhole(text)) {
            throw new IllegalArgumentException(column + " " + Texts.RULE);
        }
    }

    private static <T> T field(CSVRecord row, String column, String expected, Function<String, T> parser) {
        var value = row.get(column);
        try {
            return parser.apply(value);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IllegalArgumentException(column + " is " + quoted(value) + ", not " + expected, e);
        }
    }

    private static String quoted(String value) {
        return '"' + value + '"';
    }

    private NewOrder parse(String line, DecodedText text) {
        text.check(line);
        try {
            return json.readValue(line, NewOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(JsonErrorMapper.sentence(e), e);
        }
    }

    /** Gathers good lines into batches, and counts the results. */
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
            errors.add(new BadLine(number, error + "; nothing after it was read"));
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
                // A concurrent request imports the same orders: line by line, only those fail.
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
