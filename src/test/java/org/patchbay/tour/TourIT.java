package org.patchbay.tour;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same on the packaged application, native too. */
@QuarkusIntegrationTest
class TourIT extends TourTest {}
