/** Agents who are there or gone, by their heartbeats. */
package org.patchbay.agents.attendance;
