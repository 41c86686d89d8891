package org.patchbay.tickets;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;
import org.patchbay.queues.Channel;

/** A return case has an order and a reason, all other tickets an order or a customer. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CompleteTicket.Validator.class)
@interface CompleteTicket {

    String message() default "{patchbay.complete-ticket}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The matter of a new ticket. */
    interface Subject {

        Channel channel();

        @Nullable
        String orderNumber();

        @Nullable
        Long customerId();

        @Nullable
        ReturnReason reason();
    }

    /** Names the missing field. */
    class Validator implements ConstraintValidator<CompleteTicket, Subject> {

        @Override
        public boolean isValid(Subject ticket, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            boolean ordered =
                    ticket.orderNumber() != null && !ticket.orderNumber().isBlank();
            if (ticket.channel() != Channel.RETURN_CASE) {
                return ordered || ticket.customerId() != null || missing(context, "customerId");
            }
            return (ordered || missing(context, "orderNumber"))
                    & (ticket.reason() != null || missing(context, "reason"));
        }

        private static boolean missing(ConstraintValidatorContext context, String field) {
            context.buildConstraintViolationWithTemplate("{jakarta.validation.constraints.NotNull.message}")
                    .addPropertyNode(field)
                    .addConstraintViolation();
            return false;
        }
    }
}
