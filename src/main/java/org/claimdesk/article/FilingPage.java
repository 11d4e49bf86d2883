package org.claimdesk.article;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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

/** The form by which an editor files an article, from pasted text, a file or an address. */
@Path("/articles/new")
@Produces(MediaType.TEXT_HTML)
@Transactional
@RolesAllowed("editor")
class FilingPage {

    private final Copies copies;
    private final Filing filing;
    private final Directory directory;
    private final SignedIn signedIn;
    private final NewsroomTime time;
    private final Once once;

    FilingPage(Copies copies, Filing filing, Directory directory, SignedIn signedIn, NewsroomTime time, Once once) {
        this.copies = copies;
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

    /** Outside a transaction, since it may take long until everything is there; the act has one of its own. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    @Operation(hidden = true)
    public Response file(@BeanParam FilingForm typed) {
        try {
            Instant deadline = time.typed("deadline", typed.deadline);
            Set<UUID> authors = authors(typed);
            Brought brought = typed.brought(copies,
                    Form.choice(Copy.Format.class, "format", typed.format));
            return once.run(signedIn.acting(), typed.once, List.of(typed.values(), brought.fingerprint()),
                    () -> brought.fetched(copies),
                    copy -> Answer.seeOther("/articles/" + filing.file(new Submission(copy, typed.slug, typed.byline,
                            authors, typed.desk, typed.address, deadline), signedIn.acting())))
                    .toForm(typed.once);
        } catch (Problem problem) {
            return Response.status(problem.kind().status())
                    .entity(page(Form.refused("file", typed.values(), problem)))
                    .build();
        }
    }

    private static Set<UUID> authors(FilingForm typed) {
        return typed.authorIds == null
                ? Set.of()
                : typed.authorIds.stream()
                        .map(author -> Form.person("authors", author))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
    }

    private TemplateInstance page(Form form) {
        return Templates.file(directory.newsroom(), form,
                signedIn.acting().desks().stream().sorted().findFirst().orElse(""));
    }
}
