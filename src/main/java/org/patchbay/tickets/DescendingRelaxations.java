package org.patchbay.tickets;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.Language;
import org.patchbay.skills.RequiredSkill;

/**
 * Each relaxation of a skill is later than the one before, and lower: a ticket never requires more than when it was
 * younger.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DescendingRelaxations.Validator.class)
public @interface DescendingRelaxations {

    String message() default "{patchbay.less-and-less}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the wrong relaxation. Missing values are told by constraints of their own. */
    class Validator implements ConstraintValidator<DescendingRelaxations, List<RequiredSkill>> {

        @Override
        public boolean isValid(@Nullable List<RequiredSkill> skills, ConstraintValidatorContext context) {
            if (skills == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            boolean valid = true;
            for (int i = 0; i < skills.size(); i++) {
                for (var misstep : missteps(skills.get(i))) {
                    valid = false;
                    context.buildConstraintViolationWithTemplate(
                                    misstep.message().in(Language.ofReader()))
                            .addPropertyNode("relax")
                            .inIterable()
                            .atIndex(i)
                            .addPropertyNode(misstep.field())
                            .inIterable()
                            .atIndex(misstep.index())
                            .addConstraintViolation();
                }
            }
            return valid;
        }

        private static List<RequiredSkill.Misstep> missteps(RequiredSkill required) {
            boolean complete = required != null
                    && required.level() != null
                    && required.relax().stream().allMatch(next -> next != null && next.afterSeconds() != null);
            return complete ? required.missteps() : List.of();
        }
    }
}
