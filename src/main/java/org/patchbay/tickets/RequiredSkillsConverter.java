package org.patchbay.tickets;

import java.util.List;

import jakarta.persistence.Converter;

import org.patchbay.shared.web.JsonConverter;
import org.patchbay.skills.RequiredSkill;

import com.fasterxml.jackson.core.type.TypeReference;

/** The column is read as a whole, never searched. */
@Converter
class RequiredSkillsConverter extends JsonConverter<List<RequiredSkill>> {

    RequiredSkillsConverter() {
        super(new TypeReference<>() {});
    }
}
