package org.patchbay.hours;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

/** Ranges that share no time, each longer than zero; after the last of a week comes the first. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NonOverlapping.Validator.class)
@interface NonOverlapping {

    String message() default "{patchbay.apart}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<NonOverlapping, List<? extends TimeRange>> {

        @Override
        public boolean isValid(@Nullable List<? extends TimeRange> spans, ConstraintValidatorContext context) {
            return spans == null
                    || areApart(spans.stream()
                            .filter(Objects::nonNull)
                            .filter(TimeRange::complete)
                            .sorted(Comparator.comparingLong(Validator::begin))
                            .toList());
        }

        private static boolean areApart(List<? extends TimeRange> sorted) {
            if (sorted.isEmpty()) {
                return true;
            }
            long free = Long.MIN_VALUE;
            for (var range : sorted) {
                if (range.takesNoTime() || begin(range) < free) {
                    return false;
                }
                free = end(range);
            }
            var first = sorted.getFirst();
            return free - begin(first) <= first.round();
        }

        private static long begin(TimeRange range) {
            return range.offset() + range.begin();
        }

        private static long end(TimeRange range) {
            return range.offset() + range.end();
        }
    }
}
