package org.patchbay.shared;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.mysql.cj.conf.PropertyDefinitions;
import com.mysql.cj.jdbc.JdbcConnection;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** What libraries load by its name while they do our work is registered for a native executable. */
@QuarkusTest
class LoadedByNameTest {

    @Inject
    AgroalDataSource database;

    @Test
    void everyClassThatASettingOfTheDriverNamesIsRegistered() throws SQLException {
        var named = namedBySettings();
        assertFalse(named.isEmpty());
        assertEquals(Set.of(), without(named, LoadedByName.ByTheDriver.class));
    }

    /** Of a connection, as it is set up in the end. */
    private Set<String> namedBySettings() throws SQLException {
        try (var connection = database.getConnection()) {
            var settings = connection.unwrap(JdbcConnection.class).getPropertySet();
            return PropertyDefinitions.PROPERTY_KEY_TO_PROPERTY_DEFINITION.keySet().stream()
                    .map(key -> settings.getProperty(key).getValue())
                    .filter(String.class::isInstance)
                    .flatMap(value -> Arrays.stream(value.toString().split(",")))
                    .filter(LoadedByNameTest::isClass)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isClass(String name) {
        try {
            Class.forName(name, false, Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Set<String> without(Set<String> names, Class<?> registering) {
        var registered =
                Set.of(registering.getAnnotation(RegisterForReflection.class).classNames());
        return names.stream()
                .filter(Predicate.not(registered::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
