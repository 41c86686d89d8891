/** Common parts of tests and the benchmark: running replicas, calling them, looking into their database. */
package org.patchbay.testing;
