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

/** Spans that share no time, and each of which has some; the last of a week goes before the first. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Apart.Validator.class)
@interface Apart {

    String message() default "must not overlap, and none may end when it begins: a whole day is 00:00 to 24:00";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule. */
    class Validator implements ConstraintValidator<Apart, List<? extends Span>> {

        @Override
        public boolean isValid(List<? extends Span> spans, ConstraintValidatorContext context) {
            return spans == null
                    || areApart(spans.stream()
                            .filter(Objects::nonNull)
                            .filter(Span::complete)
                            .sorted(Comparator.comparingLong(Validator::begin))
                            .toList());
        }

        private static boolean areApart(List<? extends Span> sorted) {
            if (sorted.isEmpty()) {
                return true;
            }
            long free = Long.MIN_VALUE;
            for (var span : sorted) {
                if (span.takesNoTime() || begin(span) < free) {
                    return false;
                }
                free = end(span);
            }
            var first = sorted.getFirst();
            return free - begin(first) <= first.round();
        }

        private static long begin(Span span) {
            return span.offset() + span.begin();
        }

        private static long end(Span span) {
            return span.offset() + span.end();
        }
    }
}
