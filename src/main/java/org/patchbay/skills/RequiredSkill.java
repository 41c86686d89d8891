package org.patchbay.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.shared.language.Words;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A skill that a ticket requires, with its level; the level relaxes as the ticket waits. */
@RegisterForReflection
public record RequiredSkill(
        @NotNull @Schema(description = "One of /skills", examples = "2")
        Long skillId,

        @NotNull @Min(1) @Max(10) @Schema(description = "10 is the best", examples = "8")
        Integer level,

        @Size(max = 10) @Schema(description = "Each later than the one before, and lower", nullable = true)
        List<@NotNull @Valid Relaxation> relax) {

    public RequiredSkill {
        relax = relax == null ? List.of() : relax;
    }

    /** Why a relaxation is invalid. */
    public record Misstep(int index, String field, Words message) {}

    /** The relaxations that come too early, or relax nothing. */
    public List<Misstep> missteps() {
        var missteps = new ArrayList<Misstep>();
        int after = 0;
        int least = level;
        for (int i = 0; i < relax.size(); i++) {
            var next = relax.get(i);
            int lower = next.level() == null ? 0 : next.level();
            if (next.afterSeconds() <= after) {
                missteps.add(new Misstep(i, "afterSeconds", SkillWords.NOT_LATER));
            }
            if (lower >= least) {
                missteps.add(new Misstep(i, "level", SkillWords.NOT_LOWER));
            }
            after = next.afterSeconds();
            least = lower;
        }
        return missteps;
    }

    /** The required level at an age of the ticket; empty where the skill is required no longer. */
    public Optional<Integer> levelAt(long ageSeconds) {
        var required = Optional.of(level);
        for (var relaxation : relax) {
            if (relaxation.afterSeconds() <= ageSeconds) {
                required = Optional.ofNullable(relaxation.level());
            }
        }
        return required;
    }
}
