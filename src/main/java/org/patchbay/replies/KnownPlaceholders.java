package org.patchbay.replies;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

/** Names in braces are known placeholders: a misspelled one would reach customers as it is. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KnownPlaceholders.Validator.class)
public @interface KnownPlaceholders {

    String message() default "{patchbay.placeholders}";

    /** Names that are known there, beside those of saved replies. */
    String[] also() default {};

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Knows those of saved replies, and what it is told. */
    class Validator implements ConstraintValidator<KnownPlaceholders, String> {

        private static final Set<String> KNOWN = Set.of("customer.name", "ticket.id", "order.number", "agent.name");

        private Set<String> alsoKnown = Set.of();

        @Override
        public void initialize(KnownPlaceholders annotation) {
            alsoKnown = Set.of(annotation.also());
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || Placeholders.in(text).allMatch(name -> KNOWN.contains(name) || alsoKnown.contains(name));
        }
    }
}
