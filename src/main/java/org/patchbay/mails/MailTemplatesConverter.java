package org.patchbay.mails;

import java.util.List;

import jakarta.persistence.Converter;

import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** Templates as JSON. */
@Converter
class MailTemplatesConverter extends JsonConverter<List<MailTemplate>> {

    MailTemplatesConverter() {
        super(new TypeReference<>() {});
    }
}
