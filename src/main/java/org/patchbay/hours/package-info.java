/** Business hours of organisations. */
package org.patchbay.hours;
