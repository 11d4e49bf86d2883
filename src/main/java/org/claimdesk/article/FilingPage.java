package org.claimdesk.article;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.claimdesk.people.Directory;
import org.claimdesk.people.Newsroom;
import org.claimdesk.people.SignedIn;
import org.claimdesk.problem.Problem;
import org.claimdesk.web.Answer;
import org.claimdesk.web.Form;
import org.claimdesk.web.NewsroomTime;
import org.claimdesk.web.Once;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The form by which an editor files an article, from pasted text or a text file. */
@Path("/articles/new")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed("editor")
class FilingPage {

    private final Filing filing;
    private final Directory directory;
    private final SignedIn signedIn;
    private final NewsroomTime time;
    private final Once once;

    FilingPage(Filing filing, Directory directory, SignedIn signedIn, NewsroomTime time, Once once) {
        this.filing = filing;
        this.directory = directory;
        this.signedIn = signedIn;
        this.time = time;
        this.once = once;
    }

    @CheckedTemplate(basePath = "article")
    static class Templates {
        /** @param mine the desk that is chosen at first */
        static native TemplateInstance file(Newsroom newsroom, Form form, String mine);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance blank() {
        return page(Form.blank());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response file(@RestForm String text, @RestForm String slug, @RestForm String byline,
            @RestForm List<String> authors,
            @RestForm String desk, @RestForm String address, @RestForm String deadline, @RestForm("once") String key,
            @RestForm("file") FileUpload upload) {
        MultivaluedMap<String, String> typed = typed(text, slug, byline, authors, desk, address, deadline, key);
        try {
            Submission submission = new Submission(
                    Upload.given(upload) ? Upload.copy(upload) : Copy.pasted(text, Copy.Format.TEXT), slug, byline,
                    authors == null
                            ? Set.of()
                            : authors.stream()
                                    .map(author -> Form.person("authors", author))
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.<UUID>toSet()),
                    desk, address, time.typed("deadline", deadline));
            return once
                    .run(signedIn.acting(), key, submission,
                            () -> Answer.seeOther("/articles/" + filing.file(submission, signedIn.acting())))
                    .toForm(key);
        } catch (Problem problem) {
            return Response.status(problem.kind().status())
                    .entity(page(Form.refused("file", typed, problem)))
                    .build();
        }
    }

    private TemplateInstance page(Form form) {
        return Templates.file(directory.newsroom(), form,
                signedIn.acting().desks().stream().sorted().findFirst().orElse(""));
    }

    private static MultivaluedMap<String, String> typed(String text, String slug, String byline, List<String> authors,
            String desk,
            String address, String deadline, String key) {
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>();
        typed.add("text", text);
        typed.add("slug", slug);
        typed.add("byline", byline);
        typed.add("desk", desk);
        typed.add("address", address);
        typed.add("deadline", deadline);
        typed.add("once", key);
        typed.put("authors", authors == null ? List.of() : authors);
        return typed;
    }
}
