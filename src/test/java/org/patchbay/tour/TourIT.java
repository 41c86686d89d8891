package org.patchbay.tour;

import org.junit.jupiter.api.BeforeAll;
import org.patchbay.proof.Pair;

import io.restassured.RestAssured;

/** The packaged application, natively too where it was built so. */
class TourIT extends Tour {

    @BeforeAll
    static void aReplicaAnswers() {
        RestAssured.baseURI = "http://127.0.0.1";
        RestAssured.port = Pair.fresh().left().uri().getPort();
    }
}
