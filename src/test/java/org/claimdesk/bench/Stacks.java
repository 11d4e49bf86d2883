package org.claimdesk.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Samples of a profiler as one tree: our own methods by their names, all of a library that follows on itself as one. */
final class Stacks {

    /** The first that fits. */
    private static final Map<String, String> LIBRARIES = libraries();
    private static final String OURS = "org/claimdesk/";
    private static final String MACHINE = "native code";
    private static final String JDK = "JDK";
    /** What calls one bean for the other says nothing. */
    private static final String BETWEEN = "";
    private static final List<String> COMPILER = List.of("CompileBroker::", "C2Compiler::");

    private final Node root = new Node();
    private int passedOver;

    /** What was seen below the same callers. */
    static final class Node {
        private final Map<String, Node> called = new LinkedHashMap<>();
        private int samples;

        Map<String, Node> called() {
            return called;
        }

        int samples() {
            return samples;
        }
    }

    private static Map<String, String> libraries() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("io/netty/", "Netty");
        names.put("io/vertx/", "Vert.x");
        names.put("io/quarkus/vertx/", "Vert.x");
        names.put("io/quarkus/oidc/", "OpenID Connect");
        names.put("io/smallrye/jwt/", "OpenID Connect");
        names.put("org/jose4j/", "OpenID Connect");
        names.put("org/jboss/resteasy/", "Quarkus REST");
        names.put("io/quarkus/resteasy/", "Quarkus REST");
        names.put("io/quarkus/narayana/", "Narayana");
        names.put("com/arjuna/", "Narayana");
        names.put("io/agroal/", "Agroal");
        names.put("io/quarkus/agroal/", "Agroal");
        names.put("org/postgresql/", "PostgreSQL driver");
        names.put("org/hibernate/", "Hibernate ORM");
        names.put("io/quarkus/hibernate/", "Hibernate ORM");
        names.put("com/fasterxml/", "Jackson");
        names.put("io/quarkus/arc/", BETWEEN);
        names.put("io/quarkus/", "Quarkus");
        names.put("io/smallrye/", "SmallRye");
        names.put("org/jboss/threads/", "JBoss Threads");
        names.put("jakarta/", JDK);
        names.put("java/", JDK);
        names.put("javax/", JDK);
        names.put("jdk/", JDK);
        names.put("sun/", JDK);
        names.put("com/sun/", JDK);
        return names;
    }

    /** @param collapsed a line for each stack: frames from the outermost in, semicolons between, and how often it was seen */
    static Stacks of(Stream<String> collapsed) {
        Stacks stacks = new Stacks();
        collapsed.forEach(stacks::add);
        return stacks;
    }

    private void add(String line) {
        int end = line.lastIndexOf(' ');
        int samples = Integer.parseInt(line.substring(end + 1).strip());
        if (COMPILER.stream().anyMatch(line::contains)) {
            passedOver += samples;
            return;
        }
        Node at = root;
        at.samples += samples;
        for (String name : named(line.substring(0, end).split(";"))) {
            at = at.called.computeIfAbsent(name, key -> new Node());
            at.samples += samples;
        }
    }

    /** What every thread begins with is left out. */
    private static List<String> named(String[] frames) {
        List<String> names = new ArrayList<>();
        for (String frame : frames) {
            String name = name(frame);
            boolean begins = names.isEmpty() && (name.equals(MACHINE) || name.equals(JDK));
            if (!begins && !name.equals(BETWEEN) && (names.isEmpty() || !names.get(names.size() - 1).equals(name))) {
                names.add(name);
            }
        }
        return names.isEmpty() ? List.of("the JVM itself") : names;
    }

    private static String name(String frame) {
        if (!frame.contains("/")) {
            return MACHINE;
        }
        if (frame.startsWith(OURS)) {
            String method = frame.substring(frame.lastIndexOf('/') + 1).replaceAll("_\\[.]$", "");
            return method.contains("$") || method.contains("_") ? BETWEEN : method;
        }
        return LIBRARIES.entrySet()
                .stream()
                .filter(library -> frame.startsWith(library.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(frame.substring(0, frame.lastIndexOf('/')).replace('/', '.'));
    }

    Node root() {
        return root;
    }

    /** Samples of the compiler, which is at work only until the service is warm. */
    int passedOver() {
        return passedOver;
    }
}
