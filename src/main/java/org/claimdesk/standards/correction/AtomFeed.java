package org.claimdesk.standards.correction;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A page of corrections as Atom (RFC 4287), with links between pages (RFC 5005). */
final class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private AtomFeed() {}

    static byte[] of(Feed feed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = WRITERS.createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            text(xml, "id", feed.name("list"));
            text(xml, "title", feed.title());
            text(xml, "updated", time(feed.updated()));
            xml.writeStartElement("author");
            text(xml, "name", feed.newsroom());
            xml.writeEndElement();
            link(xml, "self", "application/atom+xml", feed.self(".atom"));
            link(xml, "alternate", "text/html", feed.page());
            if (feed.next() != null) {
                link(xml, "next", "application/atom+xml", feed.following(".atom"));
            }
            for (PublicList.Line line : feed.lines()) {
                entry(xml, feed, line);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException unwritable) {
            throw new IllegalStateException("corrections that cannot be written as XML", unwritable);
        }
        return bytes.toByteArray();
    }

    private static void entry(XMLStreamWriter xml, Feed feed, PublicList.Line line) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", feed.name(line.id()));
        text(xml, "title", line.kind().words() + ": " + line.headline());
        text(xml, "updated", time(line.issued()));
        text(xml, "published", time(line.issued()));
        link(xml, "alternate", "text/html", line.address());
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", line.kind().name());
        xml.writeAttribute("label", line.kind().words());
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(line.text());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String to) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", to);
    }

    private static void text(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
