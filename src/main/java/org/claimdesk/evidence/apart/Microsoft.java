package org.claimdesk.evidence.apart;

import org.apache.poi.POIDocument;
import org.apache.poi.extractor.POIOLE2TextExtractor;
import org.apache.poi.extractor.POITextExtractor;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocumentCore;
import org.apache.poi.ooxml.extractor.POIXMLTextExtractor;
import org.apache.poi.sl.extractor.SlideShowExtractor;

/** Which of Microsoft's formats a file is in. */
final class Microsoft {

    private static final String MAIN = ".main+xml";

    private Microsoft() {}

    /** @param otherwise where it does not say */
    static String type(POITextExtractor file, String otherwise) {
        if (file instanceof POIXMLTextExtractor modern) {
            String part = modern.getDocument().getPackagePart().getContentType();
            return part.endsWith(MAIN) ? part.substring(0, part.length() - MAIN.length()) : otherwise;
        }
        if (file instanceof SlideShowExtractor<?, ?> slides) {
            return slides.getDocument().getClass().getSimpleName().startsWith("XML")
                    ? "application/vnd.openxmlformats-officedocument.presentationml.presentation"
                    : "application/vnd.ms-powerpoint";
        }
        if (file instanceof POIOLE2TextExtractor old) {
            POIDocument document = old.getDocument();
            return document instanceof HSSFWorkbook
                    ? "application/vnd.ms-excel"
                    : document instanceof HWPFDocumentCore ? "application/msword" : otherwise;
        }
        return otherwise;
    }
}
