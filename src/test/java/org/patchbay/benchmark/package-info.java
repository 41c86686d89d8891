/** The benchmark: {@code ./mvnw verify -Pbenchmark}. {@code src/docs/performance.md} explains its numbers. */
package org.patchbay.benchmark;
