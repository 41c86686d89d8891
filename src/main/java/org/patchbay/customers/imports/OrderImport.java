package org.patchbay.customers.imports;

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
import org.patchbay.customers.NewOrder;
import org.patchbay.customers.Orders;
import org.patchbay.shared.language.Sentence;
import org.patchbay.shared.language.Texts;
import org.patchbay.shared.language.ValueWords;
import org.patchbay.shared.language.Words;
import org.patchbay.shared.problems.JsonErrorMapper;
import org.patchbay.shared.problems.ProblemType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Imports orders in batches. A bad line costs only itself, and a repeated import changes nothing. */
@ApplicationScoped
public class OrderImport {

    /** A line that was not imported. */
    @RegisterForReflection
    record BadLine(
            @Schema(description = "Counted from 1, the header included", examples = "3")
            long line,

            @Schema(implementation = String.class, examples = "quantity must be greater than 0")
            Sentence error) {}

    /** The result of an import. */
    @RegisterForReflection
    public record Report(
            @Schema(description = "Orders that are new") int created,

            @Schema(description = "Orders that were there already, just so")
            int unchanged,

            List<BadLine> errors) {}

    /** The decimal separator of an amount; the other one may separate thousands. */
    public enum Decimal {
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

    private final Orders orders;
    private final Validator validator;
    private final ObjectMapper json;

    OrderImport(Orders orders, Validator validator, ObjectMapper json) {
        this.orders = orders;
        this.validator = validator;
        this.json = json;
    }

    /** @throws HttpProblem {@code bad-request} where the header lacks a column or the text is not CSV at all */
    public Report csv(DecodedText text, Decimal decimal) throws IOException {
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
                throw ProblemType.BAD_REQUEST.because(
                        ImportWords.HEADER, String.join(",", COLUMNS), String.join(",", names));
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

    public Report jsonLines(DecodedText text) throws IOException {
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
            throw ProblemType.BAD_REQUEST.because(ImportWords.HEADER_NOT_CSV, e.getMessage());
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
            tally.refuse(
                    before + Long.parseLong(opened.group(1).replaceAll("\\D", "")), ImportWords.NEVER_CLOSED.with());
        } else {
            tally.refuse(line, ImportWords.NOT_CSV.with(bad.getMessage()));
        }
    }

    private static NewOrder parse(CSVRecord row, DecodedText text, Decimal decimal) {
        if (!row.isConsistent()) {
            throw new BadLineException(ImportWords.OTHER_COLUMNS, row.size());
        }
        row.toMap().forEach((column, value) -> {
            text.check(value);
            checkWhole(column, value);
        });
        return new NewOrder(
                row.get("number"),
                field(row, "customerId", ValueWords.WHOLE_NUMBER, Long::valueOf),
                Texts.composed(row.get("product")),
                field(row, "quantity", ValueWords.WHOLE_NUMBER, Integer::valueOf),
                field(
                        row,
                        "amount",
                        decimal == Decimal.COMMA ? ImportWords.WITH_COMMA : ImportWords.WITH_POINT,
                        decimal::parse),
                row.get("currency"),
                field(row, "orderedAt", ImportWords.MOMENT, Instant::parse));
    }

    private static void checkWhole(String column, String text) {
        if (!Texts.isWhole(text)) {
            throw new BadLineException(ImportWords.WHOLE_TEXT, column);
        }
    }

    private static <T> T field(CSVRecord row, String column, Words expected, Function<String, T> parser) {
        var value = row.get(column);
        try {
            return parser.apply(value);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new BadLineException(ImportWords.IS_NOT, column, value, expected.with());
        }
    }

    private NewOrder parse(String line, DecodedText text) {
        text.check(line);
        try {
            return json.readValue(line, NewOrder.class);
        } catch (JsonProcessingException e) {
            throw new BadLineException(JsonErrorMapper.sentence(e));
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
            } catch (BadLineException e) {
                refuse(number, e.why());
            }
            if (batch.size() == BATCH) {
                store();
            }
        }

        void refuse(long number, Sentence why) {
            errors.add(new BadLine(number, why));
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
                refuse(number, ImportWords.IMPORTED_MEANWHILE.with());
            }
        }

        private void count(Orders.Imported imported) {
            created += imported.created();
            unchanged += imported.unchanged();
            imported.refused().forEach(this::refuse);
        }
    }

    private NewOrder valid(NewOrder order) {
        if (order == null) {
            throw new BadLineException(ImportWords.NO_ORDER);
        }
        var violations = validator.validate(order);
        if (!violations.isEmpty()) {
            throw new BadLineException(Sentence.verbatim(
                    violations.stream().map(OrderImport::sentence).sorted().collect(Collectors.joining("; "))));
        }
        return order;
    }

    /** In the reader's language. */
    private static String sentence(ConstraintViolation<NewOrder> violation) {
        return violation.getPropertyPath() + " " + violation.getMessage();
    }
}
