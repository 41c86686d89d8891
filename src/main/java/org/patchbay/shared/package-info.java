/** Technical basics that every feature needs: problems, pages, times, idempotent requests. */
package org.patchbay.shared;
