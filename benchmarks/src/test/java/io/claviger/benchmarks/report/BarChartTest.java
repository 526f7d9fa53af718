package io.claviger.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class BarChartTest {

    private final String picture = new BarChart(Samples.warm()).draw();

    @Test
    void picture_namesRowsAndTimes() {
        assertThat(picture)
                .contains(">Claviger, by SecretHandle<", ">1.50 ns<", ">1.50 µs<", ">Warm read<")
                .doesNotContain("needs JDK");
    }

    @Test
    void bars_ofSlowerRows_areLonger() throws Exception {
        assertThat(width("#0b6e4f", 1)).isLessThan(width("#0b6e4f", 2));
        assertThat(width("#0b6e4f", 2)).isLessThan(width("#5b6b82", 1));
        assertThat(width("#5b6b82", 1)).isLessThan(width("#5b6b82", 2));
    }

    @Test
    void tenTimesTheTime_isOneMarkFurther() {
        LogScale scale = new LogScale(0, 3, 100, 300);

        assertThat(scale.x(1)).isEqualTo(100);
        assertThat(scale.x(10)).isEqualTo(200);
        assertThat(scale.x(1000)).isEqualTo(400);
        assertThat(scale.marks()).containsExactly(1.0, 10.0, 100.0, 1000.0);
    }

    @Test
    void titles_withMarkup_areEscaped() {
        Row row = Samples.timed("a < b & c", "x", 1, 5);

        assertThat(new BarChart(new Rows(List.of(row))).draw()).contains("a &lt; b &amp; c");
    }

    // the first square of each colour is the legend's
    private double width(String colour, int which) throws Exception {
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(picture)));
        NodeList shapes = document.getElementsByTagName("rect");
        int seen = 0;
        for (int i = 0; i < shapes.getLength(); i++) {
            Element shape = (Element) shapes.item(i);
            if (shape.getAttribute("fill").equals(colour) && seen++ == which) {
                return Double.parseDouble(shape.getAttribute("width"));
            }
        }
        throw new AssertionError("no bar " + which + " of " + colour);
    }
}
