package org.patchbay.shared.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Marks the required fields of responses in the OpenAPI document: all that may not be null, since null ones are left
 * out. Generated clients then need no checks. Types that are also requests keep the requirements of their constraints.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class RequiredResponseFields implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        // Types that are one of several are none of their own; the framework calls every class an object.
        schemas.values().stream().filter(schema -> schema.getOneOf() != null).forEach(schema -> schema.setType(null));
        var sent = new HashSet<String>();
        var answered = new HashSet<String>();
        operations(api).forEach(operation -> {
            if (operation.getRequestBody() != null) {
                reach(operation.getRequestBody().getContent(), schemas, sent);
            }
            operation
                    .getResponses()
                    .getAPIResponses()
                    .values()
                    .forEach(response -> reach(response.getContent(), schemas, answered));
        });
        answered.stream()
                .filter(name -> !sent.contains(name))
                .map(schemas::get)
                .filter(schema -> schema.getProperties() != null && schema.getRequired() == null)
                .forEach(RequiredResponseFields::require);
    }

    private static void require(Schema schema) {
        schema.getProperties().forEach((name, property) -> {
            if (!mayBeNull(property)) {
                schema.addRequired(name);
            }
        });
    }

    private static boolean mayBeNull(Schema schema) {
        return isNull(schema)
                || schema.getAnyOf() != null && schema.getAnyOf().stream().anyMatch(RequiredResponseFields::isNull);
    }

    private static boolean isNull(Schema schema) {
        return schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL);
    }

    private static Stream<Operation> operations(OpenAPI api) {
        return api.getPaths().getPathItems().values().stream().flatMap(item -> item.getOperations().values().stream());
    }

    private static void reach(@Nullable Content content, Map<String, Schema> schemas, Set<String> found) {
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().values().forEach(type -> reach(type.getSchema(), schemas, found));
        }
    }

    private static void reach(@Nullable Schema schema, Map<String, Schema> schemas, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (found.add(name)) {
                reach(schemas.get(name), schemas, found);
            }
        }
        parts(schema).forEach(part -> reach(part, schemas, found));
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        schema.getProperties() == null
                                ? List.<Schema>of()
                                : List.copyOf(schema.getProperties().values()),
                        schema.getItems() == null ? List.<Schema>of() : List.of(schema.getItems()),
                        orNone(schema.getAnyOf()),
                        orNone(schema.getAllOf()),
                        orNone(schema.getOneOf()))
                .flatMap(List::stream);
    }

    private static List<Schema> orNone(List<Schema> schemas) {
        return schemas == null ? List.of() : schemas;
    }
}
