package org.claimdesk.galley;

import org.claimdesk.article.BroughtForm;
import org.jboss.resteasy.reactive.RestForm;

/** The fields of the form for a new revision, as they were sent. */
class RevisionForm extends BroughtForm {

    @RestForm
    String base;
}
