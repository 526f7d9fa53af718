package io.claviger.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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

    static List<ReactorModule> modules() {
        NodeList listed = moduleElements(ROOT.resolve("pom.xml"));
        return IntStream.range(0, listed.getLength())
                .mapToObj(index -> listed.item(index).getTextContent().strip())
                .map(name -> new ReactorModule(name, ROOT.resolve(name)))
                .toList();
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
