/** The carriers of sound and pictures: a media server, or the browsers among themselves. */
package org.patchbay.calls.engine;
