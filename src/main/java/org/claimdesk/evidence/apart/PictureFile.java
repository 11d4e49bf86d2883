package org.claimdesk.evidence.apart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;

/** Decodes a picture and writes it anew, smaller: of the file that came only the colours of its points are left. */
final class PictureFile {

    /** A picture with more points than this is not opened: a good camera takes 60 million. */
    private static final long MOST = 100_000_000;
    private static final int SIDE = 1_600;
    private static final int DOWN = 3;
    private static final int RIGHT = 6;
    private static final int LEFT = 8;

    private PictureFile() {}

    static void picture(Path file, String type, Path into) throws Unseen {
        ImageIO.setUseCache(false);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            int held = type.equals("image/jpeg") ? held(in) : 1;
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
            if (!readers.hasNext()) {
                throw new Unseen("A picture of this kind is not shown.");
            }
            ImageReader reader = readers.next();
            reader.setInput(in, true, false);
            BufferedImage small = scaled(turned(decoded(reader), held));
            write(small, small.getColorModel().hasAlpha() || !type.equals("image/jpeg") ? "png" : "jpeg", into, 1);
            reader.dispose();
        } catch (IOException damaged) {
            // What the native decoder says where the kernel gives it no more.
            throw new Unseen(String.valueOf(damaged.getMessage()).contains("Insufficient memory")
                    ? "It takes more memory to read than a file may."
                    : "It is damaged: it is no whole picture.");
        }
    }

    /** Sizes are read before points, and of a large picture only every so many points one is decoded. */
    private static BufferedImage decoded(ImageReader reader) throws IOException, Unseen {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST) {
            throw new Unseen("It is too large to be shown: %,d × %,d points.".formatted(width, height));
        }
        int step = (int) Math.max(1, Math.max(width, height) / (2 * SIDE));
        ImageReadParam every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, every);
    }

    private static BufferedImage scaled(BufferedImage picture) {
        double scale = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, picture.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_INT_ARGB
                : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return small;
    }

    /** As the photographer saw it: phones write down how they were held (Exif 2.32, tag Orientation). */
    private static BufferedImage turned(BufferedImage picture, int held) {
        if (held != DOWN && held != RIGHT && held != LEFT) {
            return picture;
        }
        int quarters = held == RIGHT ? 1 : held == DOWN ? 2 : 3;
        boolean side = quarters != 2;
        int width = side ? picture.getHeight() : picture.getWidth();
        int height = side ? picture.getWidth() : picture.getHeight();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        AffineTransform turn = new AffineTransform();
        turn.translate(width / 2.0, height / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        Graphics2D canvas = turned.createGraphics();
        canvas.drawRenderedImage(picture, turn);
        canvas.dispose();
        return turned;
    }

    private static int held(ImageInputStream in) throws IOException {
        try {
            in.mark();
            List<JPEGSegment> exif = JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif");
            if (exif.isEmpty()) {
                return 1;
            }
            byte[] bytes = exif.get(0).data().readAllBytes();
            // After one byte that fills up; offsets in it are from there.
            try (ImageInputStream data = ImageIO
                    .createImageInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
                Entry held = new TIFFReader().read(data).getEntryById(TIFF.TAG_ORIENTATION);
                return held != null && held.getValue() instanceof Number number ? number.intValue() : 1;
            }
        } catch (IOException | RuntimeException unsaid) {
            // How it was held is a courtesy; the picture itself says whether it is damaged.
            return 1;
        } finally {
            in.reset();
        }
    }

    static void write(BufferedImage picture, String format, Path into, int page) throws IOException, Unseen {
        // Under its name it is whole, even where the next one breaks the process.
        Path half = into.resolve("half");
        if (!ImageIO.write(picture, format, half.toFile())) {
            throw new Unseen("A picture of this kind is not shown.");
        }
        Files.move(half, into.resolve("page-" + page));
    }
}
