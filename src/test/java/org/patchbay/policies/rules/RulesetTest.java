package org.patchbay.policies.rules;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.patchbay.policies.Facts;
import org.patchbay.policies.RoutingChoice;
import org.patchbay.policies.rules.Ruleset.Asked;
import org.patchbay.policies.rules.Ruleset.Outcome;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Rules are asked in order. */
class RulesetTest {

    private static final Conditions CONDITIONS = new Conditions();
    private static final Facts FACTS = new Facts(
            null,
            null,
            null,
            null,
            "a".repeat(4000),
            null,
            null,
            null,
            ZonedDateTime.parse("2026-11-21T10:15:00Z"),
            null,
            null);

    /** The possible results of a condition. */
    enum Kind {
        HOLDS("hour == 10"),
        DOES_NOT("hour == 11"),
        FAILS("1 / (hour - 10) == 1"),
        IS_ABSENT(null);

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void theFirstThatHoldsDecidesUnlessOneFailsBefore(@ForAll @Size(max = 12) List<Kind> kinds) {
        var rules = IntStream.range(0, kinds.size())
                .mapToObj(i -> rule(Integer.toString(i), kinds.get(i).condition))
                .toList();

        var decision = Ruleset.of(rules, CONDITIONS, List.of()).decide(FACTS);

        int last = (int) kinds.stream().takeWhile(kind -> kind == Kind.DOES_NOT).count();
        var end = last == kinds.size() ? Kind.DOES_NOT : kinds.get(last);
        assertEquals(
                rules.stream().limit(last + 1L).map(Rule::name).toList(),
                decision.asked().stream().map(Asked::rule).toList());
        assertTrue(decision.asked().stream().limit(last).allMatch(asked -> asked.outcome() == Outcome.NOT_HELD));
        switch (end) {
            case HOLDS, IS_ABSENT -> assertEquals(rules.get(last), decision.chosen());
            case DOES_NOT, FAILS -> assertNull(decision.chosen());
        }
        assertEquals(
                end == Kind.FAILS ? "Rule \"" + last + "\" failed: / by zero" : "null",
                String.valueOf(decision.failure()));
        assertEquals(decision.failure(), RoutingChoice.of(7, decision).failure());
    }

    @Test
    void aRuleThatIsNoLongerUnderstoodFailsAndThrowsNothing() {
        var decision = Ruleset.of(List.of(rule("Old", "customer.shoeSize > 40")), CONDITIONS, List.of())
                .decide(FACTS);
        assertEquals(
                "Rule \"Old\" failed: undefined field 'shoeSize'",
                decision.failure().toString());
    }

    @Test
    void aPolicyThatTakesTooLongFailsAsAWhole() {
        var rules = IntStream.range(0, 200)
                .mapToObj(i -> rule("Slow " + i, Kind.DOES_NOT.condition))
                .toList();
        var ruleset = Ruleset.of(rules, CONDITIONS, List.of());
        assertNull(ruleset.decide(FACTS, stopwatch(Duration.ofMillis(5))).failure(), "a second in all");

        var decision = ruleset.decide(FACTS, stopwatch(Duration.ofMillis(10)));
        assertEquals(101, decision.asked().size());
        assertEquals(
                "Rule \"Slow 100\" failed: The rules so far took longer than a second.",
                decision.failure().toString());
    }

    /** A stopwatch by which each rule takes so long. */
    private static LongSupplier stopwatch(Duration step) {
        var time = new AtomicLong();
        return () -> time.getAndAdd(step.toNanos());
    }

    private static Rule rule(String name, String condition) {
        return new Rule(name, condition, null, null, null, null);
    }
}
