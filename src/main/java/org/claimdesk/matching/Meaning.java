package org.claimdesk.matching;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.ReentrantLock;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;

/** What sentences mean, by all-MiniLM-L6-v2 in this process. Loaded when it is first asked; one sentence at a time. */
final class Meaning {

    /** Of vectors that can be compared. */
    static final String MODEL = "all-minilm-l6-v2-q";
    /** What is longer is cut: the model reads no more. In characters. */
    private static final int LONGEST = 2_000;

    private final ReentrantLock one = new ReentrantLock();
    private Loaded loaded;

    byte[] of(String text) {
        one.lock();
        try {
            if (loaded == null) {
                loaded = new Loaded();
            }
            String read = text.isBlank() ? "." : text.substring(0, Math.min(text.length(), LONGEST));
            return Vector.of(loaded.embed(read).content().vector());
        } finally {
            one.unlock();
        }
    }

    private static final class Loaded extends AbstractInProcessEmbeddingModel {
        private final OnnxBertBiEncoder encoder = encoder();

        Loaded() {
            super(Runnable::run);
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }

        private static OnnxBertBiEncoder encoder() {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (InputStream model = resource(".onnx");
                    InputStream tokenizer = resource("-tokenizer.json");
                    OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                // One thread, and memory given back: a sentence takes some milliseconds, and others want the cores too.
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.setCPUArenaAllocator(false);
                return new OnnxBertBiEncoder(environment, environment.createSession(model.readAllBytes(), options),
                        tokenizer, PoolingMode.MEAN);
            } catch (IOException | OrtException unloadable) {
                throw new IllegalStateException("the model of claims' meaning cannot be loaded", unloadable);
            }
        }

        private static InputStream resource(String ending) {
            return Thread.currentThread().getContextClassLoader().getResourceAsStream(MODEL + ending);
        }
    }
}
