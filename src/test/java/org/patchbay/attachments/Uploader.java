package org.patchbay.attachments;

import org.patchbay.testing.TestOrganisation.Person;

import io.restassured.response.Response;

import static org.patchbay.testing.TestOrganisation.API;

/** Somebody sends files. */
public final class Uploader {

    private Uploader() {}

    static Response send(Person person, byte[] content, String name) {
        return person.asks()
                .contentType("application/octet-stream")
                .queryParam("name", name)
                .body(content)
                .post(API + "/attachments");
    }

    /** @return the id */
    public static long sent(Person person, byte[] content, String name) {
        return send(person, content, name)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    static Response read(Person person, long id) {
        return person.asks().get(API + "/attachments/{id}", id);
    }

    static Response sendPreview(Person person, long id, byte[] content) {
        return person.asks().contentType("image/png").body(content).put(API + "/attachments/{id}/preview", id);
    }

    static Response delete(Person person, long id) {
        return person.asks().delete(API + "/attachments/{id}", id);
    }
}
