package org.patchbay.policies.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.fields.FieldView;
import org.patchbay.policies.PolicyWords;
import org.patchbay.policies.rules.Condition.TagName;
import org.patchbay.shared.language.Sentence;
import org.patchbay.shared.language.Words;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
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
import dev.cel.parser.Operator;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.validator.CelAstValidator.IssuesFactory;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Compiles conditions, which are CEL over {@link Variables}. The language is bounded, so that no condition takes long:
 * no loops, no deep nesting, and only small regular expressions, which RE2 decides in linear time.
 *
 * <p>Nothing of CEL is static here, because a native executable must make it at run time, not at build time. No
 * protobuf is read by reflection, except the class that protobuf looks up when it describes itself.
 */
@ApplicationScoped
@RegisterForReflection(classNames = "com.google.protobuf.ExtensionRegistry")
public class Conditions {

    static final int MAX_LENGTH = 2000;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_PATTERN = 200;
    private static final int MAX_UNFOLDED = 100_000;
    private static final Pattern COUNTS = Pattern.compile("\\{(\\d+)(?:,(\\d+))?");

    private final CelOptions options;
    private final CelValidator validator;
    private final CelRuntime runtime;
    private volatile @Nullable Made made;

    /** A compiler of conditions about these fields. */
    private record Made(List<FieldView> fields, CelCompiler compiler) {}

    Conditions() {
        options = CelOptions.current()
                .maxExpressionCodePointSize(MAX_LENGTH)
                .maxParseRecursionDepth(MAX_DEPTH)
                .maxParseErrorRecoveryLimit(1)
                .maxRegexProgramSize(MAX_PATTERN)
                .enableComprehension(false)
                .enableHeterogeneousNumericComparisons(true)
                .evaluateCanonicalTypesToNativeValues(true)
                .build();
        runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(options)
                .build();
        // Not the library's own validators, which tell less of a pattern, and read times as protobuf messages, by
        // reflection.
        validator = CelValidatorFactory.standardCelValidatorBuilder(compiler(List.of()), runtime)
                .addAstValidators(Conditions::checkPatterns, Conditions::checkTimes)
                .build();
    }

    /** The last one is kept: a policy has many conditions, and making one takes longer than a condition. */
    private CelCompiler compiler(List<FieldView> fields) {
        var known = made;
        if (known == null || !known.fields.equals(fields)) {
            known = new Made(fields, make(fields));
            made = known;
        }
        return known.compiler;
    }

    private CelCompiler make(List<FieldView> fields) {
        var types = new Types(fields);
        var building = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.HAS)
                .setTypeProvider(types)
                .addVar("customer", types.customer)
                .addVar("order", types.order)
                .addVar("fields", types.fields);
        Variables.ofTicket().forEach(building::addVar);
        return building.build();
    }

    /** An error in a condition, and where it begins; lines and columns count from 1. */
    static final class Mistake extends Exception {

        private static final long serialVersionUID = 1;

        final transient Sentence why;
        final int line;
        final int column;

        private Mistake(int line, int column, Sentence why) {
            super(why.toString());
            this.why = why;
            this.line = Math.max(line, 1);
            this.column = Math.max(column, 1);
        }

        private static Mistake of(CelValidationException e) {
            var first = e.getErrors().stream().findFirst();
            var place = first.map(CelIssue::getSourceLocation).orElse(CelSourceLocation.NONE);
            var message = String.valueOf(first.map(CelIssue::getMessage).orElse(e.getMessage()));
            return new Mistake(place.getLine(), place.getColumn() + 1, said(shortened(message)));
        }

        /** CEL says its own messages in English alone. Ours come back from it as a text. */
        private static Sentence said(String message) {
            var noPattern = PolicyWords.NO_PATTERN.with("").toString();
            return Stream.of(PolicyWords.NOT_SPELLED_OUT, PolicyWords.TOO_LARGE)
                    .filter(words -> words.english().equals(message))
                    .findFirst()
                    .map(Words::with)
                    .orElseGet(() -> message.startsWith(noPattern)
                            ? PolicyWords.NO_PATTERN.with(message.substring(noPattern.length()))
                            : Sentence.verbatim(message));
        }

        /** Removes the list of all tokens that the parser would have taken, and the container, which we do not use. */
        private static String shortened(String message) {
            return message.replaceFirst(" expecting \\{(?s).*", "").replaceFirst(" \\(in container ''\\)", "");
        }
    }

    /** Checks only patterns that the condition spells out: a customer's text could be any pattern. */
    private static void checkPatterns(CelNavigableAst condition, Cel cel, IssuesFactory issues) {
        calls(condition, Set.of("matches"))
                .map(call -> call.call().args().getLast())
                .forEach(pattern -> mistakeIn(pattern).ifPresent(mistake -> issues.addError(pattern.id(), mistake)));
    }

    private static Optional<String> mistakeIn(CelExpr pattern) {
        if (pattern.getKind() != Kind.CONSTANT) {
            return Optional.of(PolicyWords.NOT_SPELLED_OUT.english());
        }
        var text = pattern.constant().stringValue();
        try {
            // RE2/J compiles the program before its size can be asked.
            return mayBeHuge(text) || Pattern.compile(text).programSize() > MAX_PATTERN
                    ? Optional.of(PolicyWords.TOO_LARGE.english())
                    : Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(PolicyWords.NO_PATTERN.with(e.getDescription()).toString());
        }
    }

    /** Estimates as if each repetition was inside all others, around the whole pattern. */
    private static boolean mayBeHuge(String pattern) {
        double size = pattern.length();
        for (var counts = COUNTS.matcher(pattern); counts.find(); ) {
            size *= Math.max(1, Double.parseDouble(counts.group(counts.group(2) == null ? 1 : 2)));
        }
        return size > MAX_UNFOLDED;
    }

    private static void checkTimes(CelNavigableAst condition, Cel cel, IssuesFactory issues) {
        calls(condition, Set.of("timestamp", "duration"))
                .filter(Conditions::isLiteral)
                .forEach(call -> {
                    try {
                        var alone = CelAbstractSyntaxTree.newParsedAst(
                                call, CelSource.newBuilder().build());
                        cel.createProgram(cel.check(alone).getAst()).eval();
                    } catch (CelEvaluationException e) {
                        issues.addError(call.call().args().getLast().id(), Condition.reason(e));
                    } catch (CelValidationException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static Stream<CelExpr> calls(CelNavigableAst condition, Set<String> functions) {
        return condition
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(part -> part.getKind() == Kind.CALL
                        && functions.contains(part.call().function()));
    }

    private static boolean isLiteral(CelExpr call) {
        return call.call().args().getLast().getKind() == Kind.CONSTANT;
    }

    /** @param fields of the organisation */
    Condition understand(String text, List<FieldView> fields) throws Mistake {
        try {
            var checked = compiler(fields).compile(text).getAst();
            if (!checked.getResultType().equals(SimpleType.BOOL)) {
                throw new Mistake(
                        1, 1, PolicyWords.NOT_BOOL.with(checked.getResultType().name()));
            }
            return new Condition(
                    runtime.createProgram(validator.validate(checked).getAst()), tags(checked));
        } catch (CelValidationException e) {
            throw Mistake.of(e);
        } catch (CelEvaluationException | RuntimeException | StackOverflowError e) {
            throw new Mistake(1, 1, PolicyWords.NOT_UNDERSTOOD.with(e.getMessage()));
        }
    }

    /** The texts that tags are compared with, as in {@code "VIP" in tags} and {@code tags[0] == "VIP"}. */
    private static List<TagName> tags(CelAbstractSyntaxTree condition) {
        var comparisons = Stream.of(Operator.IN, Operator.EQUALS, Operator.NOT_EQUALS)
                .map(Operator::getFunction)
                .collect(Collectors.toSet());
        return calls(CelNavigableAst.fromAst(condition), comparisons)
                .map(call -> call.call().args())
                .filter(sides -> sides.stream().anyMatch(Conditions::isOfTags))
                .flatMap(List::stream)
                .flatMap(side -> side.getKind() == Kind.LIST ? side.list().elements().stream() : Stream.of(side))
                .filter(part ->
                        part.getKind() == Kind.CONSTANT && part.constant().getKind() == CelConstant.Kind.STRING_VALUE)
                .map(text -> tag(text, condition.getSource()))
                .toList();
    }

    /** Whether it is {@code tags}, or one of them. */
    private static boolean isOfTags(CelExpr part) {
        return switch (part.getKind()) {
            case IDENT -> part.ident().name().equals("tags");
            case CALL ->
                part.call().function().equals(Operator.INDEX.getFunction())
                        && isOfTags(part.call().args().getFirst());
            default -> false;
        };
    }

    private static TagName tag(CelExpr text, CelSource source) {
        var place = Optional.ofNullable(source.getPositionsMap().get(text.id()))
                .flatMap(source::getOffsetLocation)
                .orElseGet(() -> CelSourceLocation.of(1, 0));
        return new TagName(text.constant().stringValue(), place.getLine(), place.getColumn() + 1);
    }

    /** Customers, orders and fields of one's own as types of their own, so that a misspelled field is an error. */
    private static final class Types implements CelTypeProvider {

        private final StructType customer = struct("Customer", Variables.ofCustomer());
        private final StructType order = struct("Order", Variables.ofOrder());
        private final StructType fields;

        Types(List<FieldView> fields) {
            this.fields = struct("Fields", Variables.ofFields(fields));
        }

        private static StructType struct(String name, Map<String, CelType> typesByField) {
            var fields = ImmutableMap.copyOf(typesByField);
            return StructType.create(name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
        }

        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.of(customer, order, fields);
        }

        @Override
        public Optional<CelType> findType(String name) {
            return types().stream().filter(type -> type.name().equals(name)).findFirst();
        }
    }
}
