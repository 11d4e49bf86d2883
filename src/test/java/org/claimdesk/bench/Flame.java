package org.claimdesk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

/** Where the time of the service goes, as async-profiler sees it: a picture to open in a browser, and its stacks. */
final class Flame {

    /** The same on every machine that async-profiler knows: no events of the processor are needed. */
    private static final String START = "start,event=itimer,interval=1ms";
    private static final String LIBRARY = "libasyncProfiler.so";

    private final Path library;
    private final Path output;

    /** @param build where the load tool's class path is; the profiler is on it */
    Flame(Path build, Path output) {
        this.output = output;
        this.library = output.resolve(LIBRARY);
        try (JarFile jar = new JarFile(jar(build).toFile());
                InputStream in = jar.getInputStream(jar.getEntry(machine() + "/" + LIBRARY))) {
            Files.createDirectories(output);
            Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("aarch64") ? "linux-arm64" : "linux-x64";
    }

    private static Path jar(Path build) throws IOException {
        return Arrays.stream(Files.readString(build.resolve("bench-load/classpath")).strip().split(":"))
                .filter(entry -> entry.contains("async-profiler"))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
    }

    /** Watches a Java process while something is done. @param name of the work */
    void during(long process, String name, Runnable work) {
        tell(process, START);
        try {
            work.run();
        } finally {
            tell(process, "dump,file=" + output.resolve("flame.collapsed") + ",collapsed");
            tell(process, "stop,file=" + output.resolve("flame.html") + ",flamegraph,minwidth=0.3,title=" + name);
        }
        draw(name);
    }

    private void draw(String name) {
        try (Stream<String> lines = Files.lines(output.resolve("flame.collapsed"))) {
            Stacks stacks = Stacks.of(lines);
            Files.writeString(output.resolve("flame.svg"), Icicle.svg(name + ", over HTTP", stacks));
            System.out.printf("  flame: %,d samples, and %,d of the compiler%n", stacks.root().samples(),
                    stacks.passedOver());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void tell(long process, String what) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process));
            try {
                machine.loadAgentPath(library.toString(), what);
            } finally {
                machine.detach();
            }
        } catch (IOException | AttachNotSupportedException | AgentLoadException | AgentInitializationException failed) {
            throw new IllegalStateException("async-profiler cannot look at process " + process, failed);
        }
    }
}
