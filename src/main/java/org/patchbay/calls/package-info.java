/**
 * Voice and video of tickets. Rows say who is in a call and who hears whom; a media server, or the browsers among
 * themselves, make it so.
 */
package org.patchbay.calls;
