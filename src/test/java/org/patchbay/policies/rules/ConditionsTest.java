package org.patchbay.policies.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.fields.FieldType;
import org.patchbay.fields.FieldView;
import org.patchbay.policies.Facts;
import org.patchbay.policies.rules.Condition.TagName;
import org.patchbay.policies.rules.Conditions.Mistake;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The language of conditions, and their results. */
class ConditionsTest {

    private static final Conditions CONDITIONS = new Conditions();

    /** A Saturday morning in Vienna. */
    private static final Facts FACTS = new Facts(
            Channel.RETURN_CASE,
            "DAMAGED",
            Priority.NORMAL,
            "de-AT",
            "The lamp arrived with a crack.",
            3L,
            new Facts.Customer(12L, "Carla", "carla@example.org", Map.of("tier", "gold")),
            new Facts.Order(
                    "A-1001", "Desk lamp", 2, new BigDecimal("49.90"), "EUR", Instant.parse("2026-11-02T09:30:00Z")),
            ZonedDateTime.parse("2026-11-21T10:15:00+01:00[Europe/Vienna]"),
            null,
            null);

    private static final Facts NOTHING = new Facts(null, null, null, null, null, null, null, null, null, null, null);

    @Test
    void theTagsThatAConditionNamesAreKnownWithTheirPlaces() throws Exception {
        var condition = """
                channel == 'PHONE' && ('VIP' in tags || 'Ärger 😀' in tags && text.contains('Fraud'))
                  || tags[0] in ["Gift", text] || tags == ['Old'] || text != 'New' || 'Fr' + 'aud' in tags""";
        assertEquals(
                List.of(
                        new TagName("VIP", 1, 24),
                        new TagName("Ärger 😀", 1, 41),
                        new TagName("Gift", 2, 18),
                        new TagName("Old", 2, 44)),
                CONDITIONS.understand(condition, List.of()).tags());
    }

    @Test
    void fieldsOfOnesOwnHaveTheirTypeAndAnUnknownKeyIsAMistake() throws Exception {
        var fields = List.of(field("amount", FieldType.NUMBER), field("cover", FieldType.CHOICE));
        var facts = new Facts(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of("VIP"),
                Map.of("amount", 7.5, "cover", ""));
        for (var condition :
                List.of("fields.amount > 7.0 && 'VIP' in tags", "fields.cover == '' && !('Fraud' in tags)")) {
            assertTrue(CONDITIONS.understand(condition, fields).holds(Variables.of(facts, fields)));
        }
        for (var wrong : List.of("fields.amuont > 7.0", "fields.cover > 7.0", "tags == 'VIP'")) {
            assertThrows(Mistake.class, () -> CONDITIONS.understand(wrong, fields));
        }
        assertThrows(Mistake.class, () -> CONDITIONS.understand("fields.amount > 7.0", List.of()));
    }

    private static FieldView field(String key, FieldType type) {
        return new FieldView(1, key, key, type, List.of(), false, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel == 'RETURN_CASE' && reason == 'DAMAGED' && priority == 'NORMAL'",
                "language.startsWith('de') && groupId == 3",
                "text.contains('crack') && text.matches('(?i)LAMP .* crack')",
                "customer.id == 12 && customer.name == 'Carla' && customer.email.endsWith('@example.org')",
                "customer.attributes.tier == 'gold' && customer.attributes[\"tier\"] in ['gold', 'silver']",
                "has(customer.attributes.tier) && !has(customer.attributes.vip) && !('vip' in customer.attributes)",
                "order.number == 'A-1001' && order.product == 'Desk lamp' && order.quantity == 2",
                "order.amount > 49 && order.amount < 49.95 && order.currency == 'EUR'",
                "now - order.orderedAt < duration('720h') && now == timestamp('2026-11-21T09:15:00Z')",
                "hour == 10 && weekday == 'SATURDAY' && now.getHours('Europe/Vienna') == hour",
                "weekday in ['SATURDAY', 'SUNDAY'] ? hour >= 9 : false",
                "true // whatever"
            })
    void whatIsKnownCanBeAskedFor(String condition) throws Exception {
        assertTrue(CONDITIONS.understand(condition, List.of()).holds(Variables.of(FACTS, List.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel == '' && reason == '' && priority == '' && language == '' && text == '' && groupId == 0",
                "customer.id == 0 && customer.name == '' && customer.email == '' && customer.attributes.size() == 0",
                "order.number == '' && order.product == '' && order.quantity == 0 && order.currency == ''",
                "order.amount == 0.0 && order.orderedAt == timestamp('1970-01-01T00:00:00Z')",
                "hour == 0 && weekday == '' && now == timestamp('1970-01-01T00:00:00Z')"
            })
    void whatIsNotKnownIsEmptyAndNoFailure(String condition) throws Exception {
        assertTrue(CONDITIONS.understand(condition, List.of()).holds(Variables.of(NOTHING, List.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer.nmae == 'Carla'     | 1 |  9 | undefined field 'nmae'",
                "chanel == 'CHAT'             | 1 |  1 | undeclared reference to 'chanel'",
                "hour                         | 1 |  1 | must be a bool, but is of type int",
                "dyn(hour)                    | 1 |  1 | must be a bool, but is of type dyn",
                "hour ==                      | 1 |  8 | mismatched input '<EOF>'",
                "hour == 'nine'               | 1 |  6 | found no matching overload for '_==_'",
                "text.matches('(')            | 1 | 14 | not a pattern: missing closing )",
                "text.matches('(a{50}){50}')  | 1 | 14 | the pattern is too large",
                "text.matches(customer.name)  | 1 | 22 | a pattern is spelled out",
                "now > timestamp('tomorrow')  | 1 | 17 | Text 'tomorrow' could not be parsed",
                "[1].exists(x, x == hour)     | 1 | 11 | undeclared reference to 'exists'",
                "''                           | 1 |  1 | mismatched input '<EOF>'"
            })
    void aMistakeIsFoundBeforeAnyTicketComesAndItsPlaceIsTold(
            String condition, int line, int column, String beginning) {
        var mistake = assertThrows(Mistake.class, () -> CONDITIONS.understand(condition, List.of()));
        assertTrue(mistake.getMessage().startsWith(beginning), mistake.getMessage());
        assertEquals(line + ":" + column, mistake.line + ":" + mistake.column);
    }

    @Test
    void aPlaceIsInTheLineWhereItIs() {
        var mistake = assertThrows(
                Mistake.class, () -> CONDITIONS.understand("hour > 8 &&\n  customer.nmae == ''", List.of()));
        assertEquals("2:11", mistake.line + ":" + mistake.column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer.attributes.vip == 'yes'  | key 'vip' is not present in map.",
                "1 / (hour - 10) == 1              | / by zero",
                "9223372036854775807 + hour > 0    | long overflow",
                "timestamp(text) < now             | Text 'The lamp",
                "int(text) == 1                    | For input string",
                "dyn(customer).nmae == ''          | key 'nmae' is not present in map."
            })
    void whatCannotBeDecidedSaysWhy(String condition, String beginning) throws Exception {
        var understood = CONDITIONS.understand(condition, List.of());
        var failed = assertThrows(Condition.Failed.class, () -> understood.holds(Variables.of(FACTS, List.of())));
        assertTrue(
                failed.getMessage().startsWith(beginning) && failed.getMessage().length() < 310, failed.getMessage());
    }

    /** Length, depth and patterns are bounded, and there are no loops, so that no condition takes long. */
    @Test
    void aHostileConditionIsBoundedOrAMistake() {
        var nested = "((((a*)*)*)*)*".repeat(4) + "c";
        var tooDeep = "Expression recursion limit exceeded. limit: 32";
        var tooLong = "expression code point size exceeds limit";
        var tooLarge = "the pattern is too large";
        var hostile = List.of(
                entry("text.matches('(a+)+(a+)+(a+)+$b')", "false"),
                entry(filled("text.matches('" + nested + "')", "||"), "false"),
                entry(filled("text.matches('(a|b|ab)*c')", "||"), "false"),
                entry(filled("text.contains(text + 'b')", "||"), "false"),
                entry("text.matches('(((a?){9}){9}){9}')", tooLarge),
                entry("text.matches('(((a{1000}){1000}){1000}){1000}')", tooLarge),
                entry("text.matches('((((a{2,}){999,}){0,999}){999}){999}')", tooLarge),
                entry(
                        "text.matches('" + "(".repeat(980) + "a"
                                + ")*".repeat(980).substring(0, 980) + "')",
                        "not a pattern: missing closing )"),
                entry("text.matches('" + "(".repeat(600) + "a" + ")*".repeat(600) + "')", tooLarge),
                entry("text.matches('" + "[^\\\\pL]".repeat(240) + "')", tooLarge),
                entry("[[1,2,3]].all(x, x.all(y, y > 0))", "undeclared reference to 'all'"),
                entry("[1,2].map(x, [1,2].map(y, x)).size() > 0", "undeclared reference to 'map'"),
                entry("size(" + filled("text", "+").substring(0, 1900) + ") > 1", tooDeep),
                entry("(".repeat(2000), tooDeep),
                entry("[".repeat(1000) + "]".repeat(1000) + " == []", tooLong),
                entry("!".repeat(1996) + "true", "true"),
                entry("-".repeat(1900) + "1 == 1", "true"),
                entry(filled("true", "&&"), "true"),
                entry(filled("true", "? true :") + " true", tooDeep),
                entry(filled("{1:[{2:3}]}", "==").replaceFirst("==", "!="), tooDeep),
                entry("\"" + "\\u00e9".repeat(300) + "\" == text", "false"),
                entry("x".repeat(2001), tooLong),
                entry("x".repeat(1_000_000), tooLong));
        var facts =
                new Facts(Channel.CHAT, null, null, null, "a".repeat(4000), null, null, null, FACTS.now(), null, null);
        for (var each : hostile) {
            var outcome = outcome(each.getKey(), facts);
            assertTrue(outcome.startsWith(each.getValue()), () -> outcome + ": " + each.getKey());
        }
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void whateverIsWrittenIsUnderstoodOrAMistake(@ForAll("scribbles") String condition) {
        decide(condition, FACTS);
        decide(condition, NOTHING);
    }

    @Provide
    static Arbitrary<String> scribbles() {
        var tokens = List.of(
                "customer",
                ".name",
                ".attributes",
                "['x']",
                "order.amount",
                "hour",
                "now",
                "text",
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                "==",
                "!=",
                "<",
                "+",
                "-",
                "/",
                "%",
                "&&",
                "||",
                "!",
                "?",
                ":",
                ",",
                "in",
                "'a'",
                "b'\\xff'",
                "1",
                "2.5",
                "3u",
                "null",
                "true",
                "has(",
                "size(",
                "matches(",
                "dyn(",
                "type(",
                "duration('1h')",
                "\"\\ud800\"",
                "`",
                "\n",
                "\u0000",
                "\ud83d",
                ".",
                "string(",
                "timestamp(",
                "int(",
                "//",
                "x");
        return Arbitraries.of(tokens).list().ofMinSize(1).ofMaxSize(12).map(parts -> String.join(" ", parts));
    }

    private static void decide(String condition, Facts facts) {
        assertFalse(outcome(condition, facts).isBlank());
    }

    /** The result of the condition, or the reason why there is none. */
    private static String outcome(String condition, Facts facts) {
        try {
            return Boolean.toString(CONDITIONS.understand(condition, List.of()).holds(Variables.of(facts, List.of())));
        } catch (Mistake | Condition.Failed e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String filled(String part, String between) {
        int times = Conditions.MAX_LENGTH / (part.length() + between.length());
        return String.join(between, Collections.nCopies(times, part));
    }
}
