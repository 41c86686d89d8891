/** Parts of the OpenAPI document that all operations share. */
package org.patchbay.shared.openapi;
