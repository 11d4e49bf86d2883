package org.claimdesk.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * What all operations of the API have in common, said once: the token, the problems, paging, and on what does something
 * the key and the version. The resources say only what is theirs.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";
    private static final Map<String, String> PROBLEMS = Map.ofEntries(
            Map.entry("400", "A field, parameter or header cannot be used; `field` names it."),
            Map.entry("401", "No token, or one that is expired, damaged or not for this service."),
            Map.entry("403", "Not for you: by your roles, or by your part in this claim."),
            Map.entry("404", "Not there."),
            Map.entry("409", "Not possible now; `actions` says what is."),
            Map.entry("412",
                    "It has changed since the version in If-Match, or the article since the revision you read."),
            Map.entry("413", "Larger than is taken."),
            Map.entry("415", "Not taken in that form."),
            Map.entry("422", "This Idempotency-Key came with another request before."),
            Map.entry("428", "If-Match is missing, or is no version."),
            Map.entry("500", "It failed here. Nothing was done."),
            Map.entry("503",
                    "The database, Keycloak or the evidence store cannot be reached. Nothing was done; try again."));
    private static final Map<String, String> FIELDS = Map.of(
            "type", "about:blank: the status tells the kind",
            "title", "The kind in words",
            "status", "The HTTP status",
            "detail", "What is wrong, in words for a person",
            "instance", "The number by which the request is found in the log",
            "field", "With 400: the field, parameter or header that is wrong");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.setComponents(components);
        components.addSecurityScheme(TOKEN, OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token of the newsroom's Keycloak for the audience claimdesk-api."));
        components.addSchema(PROBLEM, problem());
        PROBLEMS.forEach((status, words) -> components.addResponse(PROBLEM + status, refusal(words)));
        components.addParameter("key", parameter(Call.KEY)
                .description(
                        "A key of your own, new for each act, at most 200 characters. The same request with the same"
                                + " key is done once, and answered the same again for seven days.")
                .schema(string().maxLength(200)));
        components.addParameter("version", parameter("If-Match")
                .description(
                        "The ETag of the claim as you last read it, such as \"3\" with its quotes. `*` is refused.")
                .required(true)
                .schema(string()));
        components.addHeader("ETag", header("The version, for If-Match."));
        components.addHeader("Location", header("Where it is now."));
        components.addHeader("Link", header("rel=\"next\": the page after this one, where there is one (RFC 8288)."));
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
        api.getPaths().getPathItems().forEach(ApiDescription::complete);
        List.copyOf(components.getSchemas().values()).forEach(schema -> tag(schema, components));
    }

    /** Writes the property that tells the kinds apart into each of them: it is in no record, since Jackson reads it. */
    private static void tag(Schema schema, Components components) {
        if (schema.getDiscriminator() == null) {
            return;
        }
        String property = schema.getDiscriminator().getPropertyName();
        schema.getDiscriminator().getMapping().forEach((value, reference) -> {
            Schema kind = components.getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1));
            kind.addProperty(property, string().enumeration(List.of(value))).addRequired(property);
        });
    }

    private static void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            boolean does = method == PathItem.HttpMethod.POST;
            // What leaves the claim as it is needs no version of it.
            boolean onClaim = does && path.startsWith("/api/v1/claims/{id}/")
                    && !path.matches(".*/(captures|passages)");
            if (does) {
                operation.getRequestBody()
                        .required(!Set.of("take", "submit", "restore", "captures", "grant")
                                .contains(path.substring(path.lastIndexOf('/') + 1)));
                operation.addParameter(OASFactory.createParameter().ref("key"));
            }
            if (onClaim) {
                operation.addParameter(OASFactory.createParameter().ref("version"));
            }
            page(operation);
            headers(operation, does, path);
            refusals(operation, does, onClaim, path);
        });
    }

    private static void page(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            if ("after".equals(parameter.getName()) && parameter.getDescription() == null) {
                parameter.description("The id of the last item you have; what follows it comes.").schema(number());
            }
            if ("limit".equals(parameter.getName())) {
                parameter.description("How many at most, 1 to " + Keyset.MOST + ".").schema(number().defaultValue(50));
                answer(operation, "200").addHeader("Link", OASFactory.createHeader().ref("Link"));
            }
        }
    }

    private static void headers(Operation operation, boolean does, String path) {
        boolean tagged = does
                && !path.matches("/api/v1/(sources/|openings/|evidence/|correction-cases/|articles/.*/replies).*")
                || List.of("/api/v1/claims/{id}", "/api/v1/articles/{id}",
                        "/api/v1/articles/{id}/revisions/{number}", "/api/v1/articles/{id}/gate").contains(path);
        for (String status : List.of("200", "201")) {
            APIResponse answer = operation.getResponses().getAPIResponse(status);
            if (answer != null && tagged) {
                answer.addHeader("ETag", OASFactory.createHeader().ref("ETag"));
            }
            if (answer != null && status.equals("201")) {
                answer.addHeader("Location", OASFactory.createHeader().ref("Location"));
            }
        }
        if (tagged && !does) {
            operation.getResponses()
                    .addAPIResponse("304",
                            OASFactory.createAPIResponse().description("It is what If-None-Match says."));
        }
    }

    private static void refusals(Operation operation, boolean does, boolean onClaim, String path) {
        boolean asks = does || operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> one.getIn() == Parameter.In.QUERY);
        refuse(operation, "401", "500", "503");
        if (!path.equals("/api/v1/me")) {
            refuse(operation, "403");
        }
        if (asks) {
            refuse(operation, "400");
        }
        if (path.contains("{")) {
            refuse(operation, "404");
        }
        if (does) {
            refuse(operation, "413", "415", "422");
        }
        if (does && path.contains("{")) {
            refuse(operation, "409", "412");
        }
        if (onClaim) {
            refuse(operation, "428");
        }
    }

    private static void refuse(Operation operation, String... statuses) {
        for (String status : statuses) {
            operation.getResponses().addAPIResponse(status, OASFactory.createAPIResponse().ref(PROBLEM + status));
        }
    }

    private static APIResponse answer(Operation operation, String status) {
        return operation.getResponses().getAPIResponse(status);
    }

    private static APIResponse refusal(String words) {
        return OASFactory.createAPIResponse()
                .description(words)
                .content(OASFactory.createContent()
                        .addMediaType(Problems.PROBLEM_JSON, OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM))));
    }

    private static Schema problem() {
        Schema problem = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("Why it was not done (RFC 9457). Nothing has been changed.")
                .required(List.of("type", "title", "status", "detail", "instance"));
        FIELDS.forEach((name, words) -> problem.addProperty(name,
                (name.equals("status") ? number() : string()).description(words)));
        return problem
                .addProperty("actions", OASFactory.createSchema()
                        .addType(Schema.SchemaType.ARRAY)
                        .items(string())
                        .description("With 409: what you can do now"))
                .addProperty("places", OASFactory.createSchema()
                        .addType(Schema.SchemaType.ARRAY)
                        .items(OASFactory.createSchema().addType(Schema.SchemaType.OBJECT))
                        .description("With 400 on marking: where the words stand"));
    }

    private static Parameter parameter(String name) {
        return OASFactory.createParameter().name(name).in(Parameter.In.HEADER);
    }

    private static Header header(String words) {
        return OASFactory.createHeader().description(words).schema(string());
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Schema number() {
        return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER);
    }
}
