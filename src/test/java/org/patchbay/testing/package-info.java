/** What tests and the benchmark share: running replicas, calling them, looking into their database. */
package org.patchbay.testing;
