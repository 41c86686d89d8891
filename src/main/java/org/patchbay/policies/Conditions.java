package org.patchbay.policies;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import dev.cel.bundle.Cel;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.validator.CelAstValidator.IssuesFactory;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;

/**
 * Understands conditions, which are CEL over {@link Variables}. What can be said is bounded, so that no condition takes long:
 * no loops, no deep nesting, no regular expressions but small ones, which RE2 decides in linear time.
 *
 * <p>Nothing of CEL is static here, because a native executable must make it when it runs, not when it is built.
 */
@ApplicationScoped
class Conditions {

    static final int MAX_LENGTH = 2000;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_PATTERN = 200;

    private final CelCompiler compiler;
    private final CelValidator validator;
    private final CelRuntime runtime;

    Conditions() {
        var options = CelOptions.current()
                .maxExpressionCodePointSize(MAX_LENGTH)
                .maxParseRecursionDepth(MAX_DEPTH)
                .maxParseErrorRecoveryLimit(1)
                .maxRegexProgramSize(MAX_PATTERN)
                .enableComprehension(false)
                .enableHeterogeneousNumericComparisons(true)
                .evaluateCanonicalTypesToNativeValues(true)
                .build();
        var types = new Types();
        var building = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.HAS)
                .setTypeProvider(types)
                .addVar("customer", types.customer)
                .addVar("order", types.order);
        Variables.ofTicket().forEach(building::addVar);
        compiler = building.build();
        runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(options)
                .build();
        // Its validators expect literal times as protobuf's.
        var literals = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(options.toBuilder()
                        .evaluateCanonicalTypesToNativeValues(false)
                        .build())
                .build();
        validator = CelValidatorFactory.standardCelValidatorBuilder(compiler, literals)
                .addAstValidators(
                        Conditions::checkPatterns,
                        TimestampLiteralValidator.INSTANCE,
                        DurationLiteralValidator.INSTANCE)
                .build();
    }

    /** What is wrong with a condition, and where it begins; lines and columns count from 1. */
    static final class Mistake extends Exception {

        private static final long serialVersionUID = 1;

        final int line;
        final int column;

        private Mistake(int line, int column, String message) {
            super(message);
            this.line = Math.max(line, 1);
            this.column = Math.max(column, 1);
        }

        private static Mistake of(CelValidationException e) {
            var first = e.getErrors().stream().findFirst();
            var place = first.map(CelIssue::getSourceLocation).orElse(CelSourceLocation.NONE);
            var message = first.map(CelIssue::getMessage).orElse(e.getMessage());
            return new Mistake(place.getLine(), place.getColumn() + 1, shortened(message));
        }

        /** Without all the tokens that the parser would have taken, and without the container that we do not use. */
        private static String shortened(String message) {
            return message.replaceFirst(" expecting \\{(?s).*", "").replaceFirst(" \\(in container ''\\)", "");
        }
    }

    /** Those that the text of a condition spells out; others are held to the same when they are used. */
    private static void checkPatterns(CelNavigableAst condition, Cel cel, IssuesFactory issues) {
        condition
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(part ->
                        part.getKind() == Kind.CALL && part.call().function().equals("matches"))
                .map(call -> call.call().args().getLast())
                .filter(pattern -> pattern.getKind() == Kind.CONSTANT)
                .forEach(pattern -> mistakeOf(pattern.constant().stringValue())
                        .ifPresent(mistake -> issues.addError(pattern.id(), mistake)));
    }

    private static Optional<String> mistakeOf(String pattern) {
        try {
            return Pattern.compile(pattern).programSize() > MAX_PATTERN
                    ? Optional.of("the pattern is too large")
                    : Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("not a pattern: " + e.getDescription());
        }
    }

    Condition understand(String text) throws Mistake {
        try {
            var checked = compiler.compile(text).getAst();
            if (!checked.getResultType().equals(SimpleType.BOOL)) {
                throw new Mistake(
                        1,
                        1,
                        "must be a bool, but is of type "
                                + checked.getResultType().name());
            }
            return new Condition(
                    runtime.createProgram(validator.validate(checked).getAst()));
        } catch (CelValidationException e) {
            throw Mistake.of(e);
        } catch (CelEvaluationException | RuntimeException e) {
            throw new Mistake(1, 1, "cannot be understood: " + e.getMessage());
        }
    }

    /** Customers and orders as types of their own, so that a field that is misspelled is a mistake. */
    private static final class Types implements CelTypeProvider {

        private final StructType customer = struct("Customer", Variables.ofCustomer());
        private final StructType order = struct("Order", Variables.ofOrder());

        private static StructType struct(String name, Map<String, CelType> typesByField) {
            var fields = ImmutableMap.copyOf(typesByField);
            return StructType.create(name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
        }

        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.of(customer, order);
        }

        @Override
        public Optional<CelType> findType(String name) {
            return types().stream().filter(type -> type.name().equals(name)).findFirst();
        }
    }
}
