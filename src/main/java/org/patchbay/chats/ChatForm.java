package org.patchbay.chats;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** How an organisation begins chats, where it says so. */
@Entity
class ChatForm extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Convert(converter = Greeting.class)
    @Nullable
    Phrase greeting;

    @Convert(converter = Questions.class)
    List<Question> questions;

    /** Counts from 1: version 0 stands for none. */
    @Version
    int version;

    /** The greeting as a column. */
    @Converter
    static class Greeting extends JsonConverter<Phrase> {
        Greeting() {
            super(new TypeReference<>() {});
        }
    }

    /** The questions as a column. */
    @Converter
    static class Questions extends JsonConverter<List<Question>> {
        Questions() {
            super(new TypeReference<>() {});
        }
    }

    static ChatForm create() {
        var form = new ChatForm();
        form.version = 1;
        return form;
    }

    /** The organisation's form; there is one at most. */
    static Optional<ChatForm> ofOrganisation() {
        return ChatForm.<ChatForm>findAll().firstResultOptional();
    }
}
