package org.patchbay.fields;

import java.math.BigDecimal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value in JSON, for the description of the API. */
@Schema(
        description = "A text, a number, a date like 2026-11-02, or true or false, by the type of its field",
        oneOf = {String.class, BigDecimal.class, Boolean.class})
public interface FieldValue {}
