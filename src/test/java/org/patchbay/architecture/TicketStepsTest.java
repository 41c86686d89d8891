package org.patchbay.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A ticket's status changes by the steps of {@code TicketStatus.Step}, and in no other way. */
@AnalyzeClasses(packages = "org.patchbay", importOptions = ImportOption.DoNotIncludeTests.class)
class TicketStepsTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** Statements in SQL and HQL that write it past the entity. */
    private static final Pattern WRITES = Pattern.compile(
            "update Ticket\\b[^\"]*\\bstatus\\s*=|\\bTicket\\.update\\(\\s*\"\\s*(?:set )?status\\s*=",
            Pattern.CASE_INSENSITIVE);

    @ArchTest
    static void oneMethodWritesTheStatusOfATicket(JavaClasses classes) {
        var ticket = classes.stream()
                .filter(type -> type.getSimpleName().equals("Ticket")
                        && type.tryGetField("status").isPresent())
                .findFirst()
                .orElseThrow();
        var writers = ticket.getField("status").getAccessesToSelf().stream()
                .filter(access -> access.getAccessType() == AccessType.SET)
                .map(JavaAccess::getOrigin)
                .map(origin -> origin.getOwner().getSimpleName() + "." + origin.getName())
                .collect(Collectors.toSet());
        assertEquals(Set.of("Ticket.<init>", "Ticket.follow"), writers);
    }

    /** Steps, load and assignments change together, or an agent holds what they have not. */
    @ArchTest
    static void ticketsAgentsAndAssignmentsChangeOnTheRoadAlone(JavaClasses classes) {
        var writers = Map.of(
                "Ticket", Set.of("take", "assignTo", "offerTo"),
                "TicketRows", Set.of("insert", "update"),
                "Agent", Set.of("take", "give"),
                "AgentRows", Set.of("update"),
                "Assignment", Set.of("begin", "accept", "end", "update"));
        var callers = classes.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> writers.getOrDefault(call.getTargetOwner().getSimpleName(), Set.of())
                        .contains(call.getName()))
                .filter(call -> classes.contain(call.getTargetOwner().getName()))
                .filter(call -> !call.getTargetOwner().equals(call.getOriginOwner()))
                .map(call -> call.getOriginOwner().getName().replaceFirst("\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        var room = "org.patchbay.routing.";
        assertEquals(
                // Assignments lets a call grow and shrink with the capacity of its agent.
                Set.of(
                        room + "dispatch.Hold",
                        room + "dispatch.Openings",
                        room + "dispatch.Steps",
                        room + "matching.Assignments",
                        room + "matching.NewAssignments"),
                callers);
    }

    @Test
    void noStatementWritesIt() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var found = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(TicketStepsTest::writesStatus)
                    .toList();
            assertEquals(List.of(), found);
        }
    }

    private static boolean writesStatus(Path file) {
        try {
            return WRITES.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
