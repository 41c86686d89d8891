package org.patchbay.sso;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

/** The address of an identity provider: https, or http on this machine. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SafeAddress.Validator.class)
@interface SafeAddress {

    String message() default "{patchbay.safe-address}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<SafeAddress, String> {

        static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

        @Override
        public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
            return address == null || isSafe(address);
        }

        private static boolean isSafe(String address) {
            try {
                var uri = new URI(address);
                return uri.getHost() != null
                        && ("https".equals(uri.getScheme())
                                || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()))
                        && uri.getRawUserInfo() == null
                        && uri.getRawQuery() == null
                        && uri.getRawFragment() == null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }
}
