package org.patchbay.skills;

import org.patchbay.shared.language.Words;

/** Texts about skills. */
public enum SkillWords implements Words {
    NO_SKILL("There is no skill {0}."),
    NAMED_TWICE("A skill is named twice."),
    NOT_LATER("must be greater than the one before"),
    NOT_LOWER("must be less than the one before");

    private final String english;

    SkillWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
