package io.claviger.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The modules that the root {@code pom.xml} lists: a rule over them holds for a module added later, too. */
final class Reactor {

    private static final Path ROOT =
            Path.of(System.getProperty("claviger.root", "..")).toAbsolutePath().normalize();

    private Reactor() {}

    static Path root() {
        return ROOT;
    }

    static ReactorModule core() {
        return new ReactorModule("core", ROOT.resolve("core"));
    }

    static List<ReactorModule> providers() {
        return modules().stream().filter(ReactorModule::isProvider).toList();
    }

    /** Core and providers: what a host has on its path. */
    static List<ReactorModule> libraries() {
        return modules().stream()
                .filter(module -> module.isCore() || module.isProvider())
                .toList();
    }

    /** The libraries, and what their hosts and authors test with. */
    static List<ReactorModule> published() {
        return modules().stream()
                .filter(module -> module.isCore() || module.isProvider() || module.isTestKit())
                .toList();
    }

    static List<ReactorModule> modules() {
        return modulesOf("").toList();
    }

    /** Returns the modules that a folder's {@code pom.xml} lists; where one is a list itself, those in its place. */
    private static Stream<ReactorModule> modulesOf(String folder) {
        NodeList listed = moduleElements(ROOT.resolve(folder).resolve("pom.xml"));
        return IntStream.range(0, listed.getLength())
                .mapToObj(index -> folder + listed.item(index).getTextContent().strip())
                .flatMap(name -> {
                    List<ReactorModule> inner = modulesOf(name + "/").toList();
                    return inner.isEmpty() ? Stream.of(new ReactorModule(name, ROOT.resolve(name))) : inner.stream();
                });
    }

    private static NodeList moduleElements(Path pom) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getElementsByTagName("module");
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("cannot read " + pom, e);
        }
    }
}
