/** The carriers of sound and pictures: media servers, in place of the browsers among themselves. */
package org.patchbay.calls.engine;
