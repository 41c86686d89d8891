package org.patchbay.tour;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TourTest extends Tour {}
