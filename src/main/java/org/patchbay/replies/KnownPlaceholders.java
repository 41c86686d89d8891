package org.patchbay.replies;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.regex.Pattern;

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

    /** Braces that are not closed are just text. */
    class Validator implements ConstraintValidator<KnownPlaceholders, String> {

        private static final Set<String> KNOWN = Set.of("customer.name", "ticket.id", "order.number", "agent.name");
        private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

        private Set<String> alsoKnown = Set.of();

        @Override
        public void initialize(KnownPlaceholders annotation) {
            alsoKnown = Set.of(annotation.also());
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || PLACEHOLDER
                            .matcher(text)
                            .results()
                            .map(found -> found.group(1))
                            .allMatch(name -> KNOWN.contains(name) || alsoKnown.contains(name));
        }
    }
}
