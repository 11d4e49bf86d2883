package org.claimdesk.article;

/** How a copy comes over the API: as text of one of three kinds, as a Word document, or by an address to fetch. */
public enum CopyForm {
    TEXT, MARKDOWN, HTML, DOCX, ADDRESS
}
