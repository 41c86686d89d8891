/** The rules by which work is given to agents: functions of figures, which know neither a database nor a clock. */
package org.patchbay.routing.rules;
