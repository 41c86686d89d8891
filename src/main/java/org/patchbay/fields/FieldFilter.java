package org.patchbay.fields;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A condition on the values of a field, for lists.
 *
 * @param least a text, a {@link BigDecimal} or a {@link LocalDate}; null where there is no least one
 * @param most likewise, and included; a text is the same
 */
public record FieldFilter(
        long fieldId, @Nullable Object least, @Nullable Object most) {}
