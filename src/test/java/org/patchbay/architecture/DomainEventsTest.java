package org.patchbay.architecture;

import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;

import org.patchbay.shared.events.Announcements;
import org.patchbay.shared.events.DomainEvent;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.lifecycle.Able;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import io.smallrye.reactive.messaging.MutinyEmitter;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Work is called, so that one can follow it; only news is observed, after the commit. */
@AnalyzeClasses(packages = "org.patchbay", importOptions = ImportOption.DoNotIncludeTests.class)
class DomainEventsTest {

    /** It says that the replica has started, which is nothing of the domain. */
    private static final String STARTS = "WarmUp";

    @ArchTest
    static final ArchRule newsIsPublishedInOneWay = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(DomainEvents.class.getName())
            .and()
            .doNotHaveSimpleName(STARTS)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Event.class)
            .because("DomainEvents publishes news; work of a feature above is called by an interface");

    @ArchTest
    static final ArchRule messagesLeaveWithoutContexts = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Announcements.class.getName())
            .should()
            .callMethodWhere(target(owner(assignableTo(MutinyEmitter.class))))
            .because("a request would lose its contexts while a connector goes on in them");

    @ArchTest
    static final ArchRule newsIsData =
            classes().that().implement(DomainEvent.class).should().beRecords().because("what happened does not change");

    @ArchTest
    static void observersGetNewsAfterTheCommit(JavaClasses classes) {
        var mistakes = new TreeSet<String>();
        for (var type : classes) {
            for (var method : type.getMethods()) {
                method.getParameters().stream()
                        .filter(parameter -> isOurs(parameter) && !isFine(parameter))
                        .forEach(parameter -> mistakes.add(method.getFullName()));
            }
        }
        assertEquals(Set.of(), mistakes, "observers inside a transaction, or of something that is no news");
    }

    private static boolean isOurs(JavaParameter parameter) {
        return (parameter.isAnnotatedWith(Observes.class) || parameter.isAnnotatedWith(ObservesAsync.class))
                && parameter.getRawType().getPackageName().startsWith("org.patchbay");
    }

    private static boolean isFine(JavaParameter parameter) {
        if (parameter.getRawType().isEquivalentTo(Able.class)) {
            return true;
        }
        return parameter.getRawType().isAssignableTo(DomainEvent.class)
                && parameter.isAnnotatedWith(Observes.class)
                && parameter.getAnnotationOfType(Observes.class).during() == TransactionPhase.AFTER_SUCCESS;
    }
}
