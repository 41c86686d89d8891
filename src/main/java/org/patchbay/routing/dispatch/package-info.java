/** Requests to open and to end tickets, carried out for many at once. */
package org.patchbay.routing.dispatch;
