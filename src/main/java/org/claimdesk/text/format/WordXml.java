package org.claimdesk.text.format;

import java.io.InputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The XML of a Word document, read as a stream: no document type, no entities, nothing outside, any depth. */
final class WordXml {

    private static final XMLInputFactory XML = factory();

    private WordXml() {}

    static XMLStreamReader reader(InputStream xml) throws XMLStreamException {
        return XML.createXMLStreamReader(xml);
    }

    /** The attribute of this name, whatever its namespace (transitional and strict documents differ in it), or null. */
    static String value(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Whether a switch such as {@code <w:vanish/>} is on. */
    static boolean on(XMLStreamReader xml) {
        String value = value(xml, "val");
        return value == null || !value.matches("0|false|off");
    }

    /** Goes on to the end of the element that has just begun. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0;) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the document is opened");
        });
        return factory;
    }
}
