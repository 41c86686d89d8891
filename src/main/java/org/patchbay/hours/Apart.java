package org.patchbay.hours;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** Spans that begin before they end and share no time. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Apart.Validator.class)
@interface Apart {

    String message() default "must begin before they end, and not overlap";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule. */
    class Validator implements ConstraintValidator<Apart, List<? extends Span>> {

        @Override
        public boolean isValid(List<? extends Span> spans, ConstraintValidatorContext context) {
            return spans == null
                    || spans.stream()
                            .filter(Objects::nonNull)
                            .filter(Span::complete)
                            .collect(Collectors.groupingBy(Span::when))
                            .values()
                            .stream()
                            .allMatch(Validator::areApart);
        }

        private static boolean areApart(List<? extends Span> spans) {
            int free = 0;
            for (var span :
                    spans.stream().sorted(Comparator.comparingInt(Span::begin)).toList()) {
                if (span.begin() < free || span.end() <= span.begin()) {
                    return false;
                }
                free = span.end();
            }
            return true;
        }
    }
}
