/** Macros: several steps that staff take with a ticket at once. */
package org.patchbay.macros;
