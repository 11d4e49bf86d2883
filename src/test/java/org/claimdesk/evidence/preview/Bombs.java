package org.claimdesk.evidence.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Photographs that take far more memory than they seem to, where the decoder has to keep all of one at once. */
final class Bombs {

    private static final int PROGRESSIVE = 0xffc2;

    private Bombs() {}

    /** A progressive JPEG of 640 by 640 points that says it has many more, each in all three components. */
    static byte[] jpeg(int width, int height) throws IOException {
        return resized(photograph(640, 640), width, height);
    }

    /** What is no bomb: a photograph, in layers (progressive JPEG, ITU-T T.81). */
    static byte[] photograph(int width, int height) throws IOException {
        BufferedImage noise = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < width * height; i++) {
            noise.setRGB(i % width, i / width, random.nextInt());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam progressive = writer.getDefaultWriteParam();
        progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (ImageOutputStream image = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(image);
            writer.write(null, new IIOImage(noise, null, null), progressive);
        }
        return out.toByteArray();
    }

    private static byte[] resized(byte[] jpeg, int width, int height) {
        ByteBuffer bytes = ByteBuffer.wrap(jpeg);
        int frame = 2;
        while ((bytes.getShort(frame) & 0xffff) != PROGRESSIVE) {
            frame += 2 + (bytes.getShort(frame + 2) & 0xffff);
        }
        bytes.putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        for (int component = 0; component < 3; component++) {
            bytes.put(frame + 11 + 3 * component, (byte) 0x11);
        }
        return jpeg;
    }

    /** A page with a photograph that says it is a square with sides of this many points. */
    static byte[] pdfWith(byte[] photograph, int side) throws IOException {
        byte[] jpeg = resized(photograph.clone(), side, side);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(
                ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Contents 5 0 R/Resources<</XObject<</I 4 0 R>>>>>>endobj\n"
                        + "5 0 obj<</Length 26>>stream\nq 600 0 0 600 0 0 cm /I Do Q\nendstream endobj\n"
                        + "4 0 obj<</Type/XObject/Subtype/Image/Width " + side + "/Height " + side
                        + "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length " + jpeg.length
                        + ">>stream\n")
                        .getBytes(ISO_8859_1));
        out.write(jpeg);
        out.write("\nendstream endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF".getBytes(ISO_8859_1));
        return out.toByteArray();
    }
}
