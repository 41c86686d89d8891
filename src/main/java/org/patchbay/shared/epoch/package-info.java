/** Configuration of organisations, which replicas remember until it changes. */
package org.patchbay.shared.epoch;
