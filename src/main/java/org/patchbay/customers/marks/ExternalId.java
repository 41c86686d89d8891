package org.patchbay.customers.marks;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** The id of a customer in another system, as a shop's word may name it. */
@Pattern(regexp = "[^\\x00-\\x20\\x7F]([^\\x00-\\x1F\\x7F]{0,188}[^\\x00-\\x20\\x7F])?")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
public @interface ExternalId {

    String message() default "{patchbay.external-id}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
