package org.patchbay.benchmark;

import java.net.URI;

import org.patchbay.testing.Client;

import com.fasterxml.jackson.databind.ObjectMapper;

/** An admin's program, for requests that are not under load; a refusal ends the benchmark. */
record Rest(URI uri, Client client, String token) {

    static Rest signedIn(Client client, URI uri) {
        var signIn = new ObjectMapper()
                .createObjectNode()
                .put("username", LoadedCentre.ADMIN)
                .put("password", LoadedCentre.PASSWORD);
        var token =
                client.post("/auth/token", signIn).body().path("accessToken").asText();
        return new Rest(uri, client.signedIn(LoadedCentre.ADMIN, LoadedCentre.PASSWORD), token);
    }

    Client.Answer get(String path) {
        return checked(path, client.get(path));
    }

    Client.Answer put(String path, String json) {
        return checked(path, client.put(path, json));
    }

    /** Creates something and returns its id. */
    long post(String path, String json) {
        return checked(path, client.post(path, json)).body().path("id").asLong();
    }

    private static Client.Answer checked(String path, Client.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(path + " answers " + answer);
        }
        return answer;
    }
}
