/** Gives each waiting ticket to the right free agent, at once, exactly once. */
package org.patchbay.routing;
