package org.patchbay.architecture;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** A secret never comes into a log or a message by the text of the record that bears it. */
class SecretsTest {

    private static final String SECRET = "a secret that nobody may read";

    /** Hashes are none, and neither are codes that name a language or a rule. */
    private static final Pattern BEARS_ONE = Pattern.compile("(?i)(.*password|.*secret|.*token|code|recoveryCodes)");

    @Test
    void noRecordTellsItsSecretsByItsText() throws ReflectiveOperationException {
        var records = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.patchbay").stream()
                        .filter(JavaClass::isRecord)
                        .map(JavaClass::reflect)
                        .filter(type ->
                                Arrays.stream(type.getRecordComponents()).anyMatch(SecretsTest::bearsSecret))
                        .toList();
        assertFalse(records.isEmpty());
        var telling = new TreeSet<String>();
        for (var type : records) {
            if (filled(type).toString().contains(SECRET)) {
                telling.add(type.getName());
            }
        }
        assertEquals(new TreeSet<String>(), telling);
    }

    private static boolean bearsSecret(RecordComponent component) {
        return BEARS_ONE.matcher(component.getName()).matches()
                && (component.getType() == String.class || Collection.class.isAssignableFrom(component.getType()));
    }

    private static Object filled(Class<?> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(
                Arrays.stream(components).map(SecretsTest::value).toArray());
    }

    private static Object value(RecordComponent component) {
        var type = component.getType();
        if (bearsSecret(component)) {
            return type == String.class ? SECRET : List.of(SECRET);
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == int.class ? 0 : null;
    }
}
