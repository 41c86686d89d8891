package org.patchbay.pages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/**
 * A site as browsers name it (RFC 6454), in letters that stand for themselves in a header: https, or http on this machine.
 */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SafeOrigin.Validator.class)
@interface SafeOrigin {

    String message() default "must be https://host or https://host:port, in lower case and without a path";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The rule. */
    class Validator implements ConstraintValidator<SafeOrigin, String> {

        private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
        private static final String PORT = "(?::[1-9][0-9]{0,4})?";
        private static final Pattern ORIGIN = Pattern.compile("https://" + LABEL + "(?:\\." + LABEL + ")*" + PORT
                + "|http://(?:localhost|127\\.0\\.0\\.1)" + PORT);

        @Override
        public boolean isValid(String origin, ConstraintValidatorContext context) {
            return origin == null || ORIGIN.matcher(origin).matches();
        }
    }
}
