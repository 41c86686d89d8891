package org.patchbay.architecture;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Classes that need each other can only be read together. A nested class belongs to the class around it. */
@AnalyzeClasses(packages = "org.patchbay", importOptions = ImportOption.DoNotIncludeTests.class)
class CirclesTest {

    @ArchTest
    static void thereAreNoCircles(JavaClasses classes) {
        assertEquals(Set.of(), circles(uses(classes)));
    }

    private static Map<String, Set<String>> uses(JavaClasses classes) {
        var uses = new TreeMap<String, Set<String>>();
        for (var type : classes) {
            var used = uses.computeIfAbsent(outermost(type), name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> classes.contain(target.getName()))
                    .map(CirclesTest::outermost)
                    .forEach(used::add);
        }
        return uses;
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "").replaceFirst("^org\\.patchbay\\.", "");
    }

    private static Set<Set<String>> circles(Map<String, Set<String>> uses) {
        var reached = uses.keySet().stream().collect(Collectors.toMap(name -> name, name -> reached(name, uses)));
        return uses.keySet().stream()
                .map(name -> reached.get(name).stream()
                        .filter(other -> reached.get(other).contains(name))
                        .collect(Collectors.toSet()))
                .filter(circle -> circle.size() > 1)
                .collect(Collectors.toSet());
    }

    private static Set<String> reached(String name, Map<String, Set<String>> uses) {
        var reached = new HashSet<String>();
        reach(uses.get(name), uses, reached);
        return reached;
    }

    private static void reach(Collection<String> names, Map<String, Set<String>> uses, Set<String> reached) {
        for (var name : names) {
            if (reached.add(name)) {
                reach(uses.get(name), uses, reached);
            }
        }
    }
}
