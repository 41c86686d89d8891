/** News inside the application, told after the commit. */
package org.patchbay.shared.events;
