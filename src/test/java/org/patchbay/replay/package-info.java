/**
 * A model in memory that replays commits in their order, and judges of each decision of routing whether it was
 * admissible and in the promised order. It knows the tables that people write, and neither pools nor seats.
 */
package org.patchbay.replay;
