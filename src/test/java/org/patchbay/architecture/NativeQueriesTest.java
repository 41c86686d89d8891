package org.patchbay.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.patchbay.shared.tenancy.NativeSql;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Native SQL, to which Hibernate adds no organisation. */
@AnalyzeClasses(packages = "org.patchbay", importOptions = ImportOption.DoNotIncludeTests.class)
class NativeQueriesTest {

    /** The statements over several organisations, or none, so that a new one is a decision. */
    private static final Set<String> OF_NO_SINGLE_ORGANISATION = Set.of(
            "Assignment.neglected",
            "Attachment.organisationsWithUnsaid",
            "Batches.oldest",
            "Call.live",
            "DeliveryLane.due",
            "FeedStore.lastNumbers",
            "FeedStore.oldest",
            "JanusLine.all",
            "JanusLine.load",
            "LeaseTable.release",
            "LeaseTable.renew",
            "LeaseTable.takeFirst",
            "LeaseTable.takeOver",
            "MailSetting.organisationsWithNews",
            "MatchQueries.organisations",
            "Organisation.createIfAbsent",
            "OrganisationPurge.tablesReferringFirst",
            "Recording.due",
            "TicketFigures.waiting",
            "StaleSeats.goOn",
            "StrayFile.organisations",
            "Timer.toTry");

    /** The classes whose statements are of an organisation that the caller names. */
    private static final Set<String> OF_A_NAMED_ORGANISATION = Set.of(
            "AuditChain",
            "ConfigurationEpoch",
            "ConversationRows",
            "FeedStore",
            "Group",
            "OrganisationPurge",
            "PresenceReason",
            "Queue",
            "QueueMember",
            "RosterLock");

    /** The database's functions of time in SQL and HQL, wherever they stand in a query. */
    private static final Pattern TIME = Pattern.compile(
            "\\b(utc_(timestamp|date|time)|current_(timestamp|date|time)|current timestamp"
                    + "|local(time|timestamp)|sysdate|cur(date|time))\\b"
                    + "|\\bnow\\(|\\bunix_timestamp\\(\\)|\\b(local|offset) (datetime|date|time)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    @ArchTest
    static final ArchRule oneClassAddsTheOrganisation = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(NativeSql.class.getName())
            .should()
            .callMethodWhere(target(nameStartingWith("createNative")))
            .because("NativeSql refuses a statement that does not name the organisation");

    @ArchTest
    static void statementsOfNoSingleOrganisationAreKnown(JavaClasses classes) {
        var found = calls(classes, Set.of("everywhere", "ofNobody"))
                .map(call -> call.getOriginOwner().getSimpleName() + "."
                        + call.getOrigin().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(OF_NO_SINGLE_ORGANISATION), found);
    }

    @ArchTest
    static void statementsOfANamedOrganisationAreKnown(JavaClasses classes) {
        var found = calls(classes, Set.of("in"))
                .map(call -> call.getOriginOwner().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(OF_A_NAMED_ORGANISATION), found);
    }

    @Test
    void statementThatDoesNotNameTheOrganisationIsRefused() {
        for (var sql :
                List.of("select id from ticket", "select id from ticket where organisation_id in (:organisations)")) {
            assertThrows(IllegalArgumentException.class, () -> NativeSql.in(1, sql), sql);
        }
    }

    /** Rows carry the times of {@code Times}: a comparison with another clock is wrong by its difference. */
    @Test
    void noQueryTellsTheTimeByItself() throws IOException {
        var found = new ArrayList<String>();
        for (var source : sources()) {
            if (TIME.matcher(literals(Files.readString(source))).find()) {
                found.add(source.getFileName().toString());
            }
        }
        assertEquals(List.of("DatabaseClockSync.java"), found);
    }

    private static Stream<JavaMethodCall> calls(JavaClasses classes, Set<String> names) {
        return classes.get(NativeSql.class).getMethodCallsToSelf().stream()
                .filter(call -> !call.getOriginOwner().isEquivalentTo(NativeSql.class))
                .filter(call -> names.contains(call.getName()));
    }

    private static String literals(String java) {
        return LITERAL.matcher(java).results().map(literal -> literal.group(1)).collect(Collectors.joining());
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
