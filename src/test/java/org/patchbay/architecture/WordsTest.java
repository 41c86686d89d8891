package org.patchbay.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Constraint;
import jakarta.ws.rs.WebApplicationException;

import org.junit.jupiter.api.Test;
import org.patchbay.shared.language.Language;
import org.patchbay.testing.EveryWord;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import io.quarkiverse.resteasy.problem.HttpProblem;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each text that people are told is told in each language there is. */
@AnalyzeClasses(packages = "org.patchbay", importOptions = ImportOption.DoNotIncludeTests.class)
class WordsTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** A place of an argument: its number and its kind of format. */
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(,\\w+)?");

    /** A constant, and how it goes on where its arguments follow it. */
    private static final Pattern SAID =
            Pattern.compile("(?:\\b(?:because|problem|badParameter|BadLineException)\\(\\s*|"
                    + "\\bnotAllowed\\(\\w+, \\w+, )?\\b(\\w+Words\\.[A-Z_0-9]+)(\\.with\\(|[,)])");

    @ArchTest
    static final ArchRule onlyWordsBecomeTheDetailOfAProblem = noClasses()
            .that()
            .haveNameNotMatching("org\\.patchbay\\.shared\\.(language\\.Sentence|problems\\.Problem\\w*)(\\$.*)?")
            .should()
            .callMethodWhere(target(owner(assignableTo(HttpProblem.Builder.class)))
                    .and(target(name("withDetail").or(name("withTitle")))))
            .orShould()
            .callMethodWhere(target(owner(assignableTo(HttpProblem.class))).and(target(name("valueOf"))))
            .orShould()
            .callConstructorWhere(target(owner(assignableTo(WebApplicationException.class))))
            .because("a text that stands alone is in one language: say it by ProblemType.because and Words");

    @ArchTest
    static void complaintsAboutFieldsAreKeysOfBundles(JavaClasses classes) {
        var texts = new TreeSet<String>();
        for (var type : classes) {
            if (type.isAnnotation() && type.isAnnotatedWith(Constraint.class)) {
                texts.add(type.getSimpleName() + ": " + defaultMessage(type));
            }
            annotations(type).stream()
                    .filter(annotation -> annotation.getRawType().isAnnotatedWith(Constraint.class))
                    .forEach(annotation -> annotation
                            .get("message")
                            .ifPresent(message -> texts.add(type.getSimpleName() + ": " + message)));
        }
        var known = EveryWord.bundle("ValidationMessages", Language.EN).keySet().stream()
                .map(key -> ": {" + key + "}")
                .toList();
        texts.removeIf(text -> text.contains(": {jakarta.") || text.contains(": {org.hibernate."));
        assertTrue(texts.size() > 15, texts.toString());
        texts.removeIf(text -> known.stream().anyMatch(text::endsWith));
        assertEquals(Set.of(), texts);
    }

    private static List<JavaAnnotation<?>> annotations(JavaClass type) {
        var all = new ArrayList<JavaAnnotation<?>>(type.getAnnotations());
        type.getFields().forEach(field -> all.addAll(field.getAnnotations()));
        for (var unit : type.getCodeUnits()) {
            all.addAll(unit.getAnnotations());
            unit.getParameters().forEach(parameter -> all.addAll(parameter.getAnnotations()));
        }
        return all;
    }

    private static String defaultMessage(JavaClass constraint) {
        try {
            return (String) constraint.reflect().getDeclaredMethod("message").getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyLanguageHasEveryWordWithTheSameArguments() throws IOException {
        var wrong = new ArrayList<String>();
        for (var language : Language.values()) {
            if (language == Language.EN) {
                continue;
            }
            var said = read("words_" + language.tag());
            for (var words : EveryWord.all()) {
                var key = words.getClass().getSimpleName() + "." + words.name();
                var translated = (String) said.remove(key);
                if (translated == null || translated.isBlank()) {
                    wrong.add(language + " lacks " + key);
                } else if (!places(translated).equals(places(words.english()))) {
                    wrong.add(language + " has other arguments in " + key);
                } else if (Stream.of(translated, words.english()).anyMatch(WordsTest::quotesInAFormat)) {
                    wrong.add("A format of " + key + " has an apostrophe");
                }
            }
            said.keySet().forEach(key -> wrong.add(language + " has " + key + ", which nobody says"));
            assertEquals(
                    read("ValidationMessages_en").keySet(),
                    read("ValidationMessages_" + language.tag()).keySet());
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void nobodySaysTheSameTwice() {
        var wrong = EveryWord.all().stream()
                .collect(Collectors.groupingBy(
                        words -> words.getClass().getSimpleName() + ": " + words.english(),
                        TreeMap::new,
                        Collectors.counting()));
        wrong.values().removeIf(many -> many == 1);
        assertEquals(Map.of(), wrong);
    }

    /** Where the arguments stand right after the words. */
    @Test
    void everySentenceIsGivenItsArguments() throws IOException {
        var places = EveryWord.all().stream()
                .collect(Collectors.toMap(
                        words -> words.getClass().getSimpleName() + "." + words.name(),
                        words -> (int) places(words.english()).stream()
                                .map(place -> place.charAt(0))
                                .distinct()
                                .count()));
        var wrong = new ArrayList<String>();
        int seen = 0;
        for (var source : sources()) {
            var java = Files.readString(source);
            var said = SAID.matcher(java);
            while (said.find()) {
                boolean called = said.group(2).equals(".with(");
                boolean first = said.start() != said.start(1);
                if (called || first && !said.group().contains("notAllowed")) {
                    seen++;
                    int given = arguments(java, said.end() - (called ? 0 : 1));
                    if (given != places.get(said.group(1))) {
                        wrong.add(source.getFileName() + " gives " + given + " to " + said.group(1));
                    }
                }
            }
        }
        assertTrue(seen > 150, seen + " sentences");
        assertEquals(List.of(), wrong);
    }

    /** How many there are from here to the parenthesis that closes. */
    private static int arguments(String java, int from) {
        int depth = 0;
        int commas = 0;
        boolean text = false;
        boolean any = false;
        for (int i = from; ; i++) {
            char next = java.charAt(i);
            if (next == '"' && java.charAt(i - 1) != '\\') {
                text = !text;
            }
            if (!text && next == ')' && depth-- == 0) {
                return java.charAt(from) == ',' ? commas : any ? commas + 1 : 0;
            }
            any |= !Character.isWhitespace(next);
            if (!text && next == '(') {
                depth++;
            }
            if (!text && next == ',' && depth == 0) {
                commas++;
            }
        }
    }

    private static TreeSet<String> places(String sentence) {
        return PLACE.matcher(sentence)
                .results()
                .map(place -> place.group(1) + (place.group(2) == null ? "" : place.group(2)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean quotesInAFormat(String sentence) {
        return Pattern.compile("\\{\\d,[^}]*'").matcher(sentence).find();
    }

    private static Properties read(String bundle) throws IOException {
        var read = new Properties();
        try (var in = Files.newBufferedReader(
                Path.of("src/main/resources", bundle + ".properties"), StandardCharsets.UTF_8)) {
            read.load(in);
        }
        return read;
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
