package org.patchbay.shared.lifecycle;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.patchbay.shared.limits.RateLimits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.mysql.cj.conf.PropertyDefinitions;
import com.mysql.cj.jdbc.JdbcConnection;

import io.agroal.api.AgroalDataSource;
import io.quarkus.cache.CacheManager;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Classes that libraries load by name while they do our work are registered for a native executable. */
@QuarkusTest
class LoadedByNameTest {

    private static final String OF_CAFFEINE = Caffeine.class.getPackageName() + ".";

    @Inject
    AgroalDataSource database;

    @Inject
    CacheManager caches;

    @Inject
    RateLimits limits;

    @Test
    void everyClassThatASettingOfTheDriverNamesIsRegistered() throws SQLException {
        var named = namedBySettings();
        assertFalse(named.isEmpty());
        assertEquals(Set.of(), without(named, LoadedByName.ByTheDriver.class));
    }

    @Test
    void everyShapeOfOurCachesIsRegistered() throws ReflectiveOperationException {
        caches.getCacheNames().forEach(caches::getCache);
        limits.check(RateLimits.Kind.ADDRESS, "192.0.2.1");
        var loaded = new TreeSet<String>();
        loaded.addAll(loadedBy("LocalCacheFactory"));
        loaded.addAll(loadedBy("NodeFactory"));
        assertFalse(loaded.isEmpty());
        assertEquals(Set.of(), without(loaded, LoadedByName.ByCaffeine.class));
    }

    /** The classes that a connection's final settings name. */
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

    /** Caffeine remembers classes that it loaded so, by name. */
    private static Set<String> loadedBy(String factory) throws ReflectiveOperationException {
        var remembered = Class.forName(OF_CAFFEINE + factory).getDeclaredField("FACTORIES");
        remembered.setAccessible(true);
        return ((Map<?, ?>) remembered.get(null))
                .keySet().stream().map(shape -> OF_CAFFEINE + shape).collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> names, Class<?> registering) {
        var registered =
                Set.of(registering.getAnnotation(RegisterForReflection.class).classNames());
        return names.stream()
                .filter(Predicate.not(registered::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
