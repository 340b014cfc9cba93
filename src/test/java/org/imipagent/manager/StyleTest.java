package org.imipagent.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The style sheet: what can be read, in light and in dark, and in both directions. */
class StyleTest {

    private static final Pattern COLOUR =
            Pattern.compile("--([\\w-]+):\\s*(#[0-9a-f]{3}(?:[0-9a-f]{3})?)\\b");

    private final String css;

    StyleTest() throws IOException {
        css = Files.readString(Path.of("src/main/webapp/manager.css"));
    }

    /** The values that hold in a scheme: the dark ones stand in their media query. */
    private List<String> blocks(String selector) {
        var blocks = new ArrayList<String>();
        var matcher = Pattern.compile(Pattern.quote(selector) + " \\{([^}]*)}").matcher(css);
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    private static Map<String, String> colours(String block) {
        var colours = new HashMap<String, String>();
        var matcher = COLOUR.matcher(block);
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    private static void assertLegible(
            Map<String, String> colours, String ink, String back, double least) {
        double contrast = contrast(colours.getOrDefault(ink, ""), colours.getOrDefault(back, ""));
        assertTrue(contrast >= least, ink + " on " + back + ": " + contrast + " " + colours);
    }

    @Test
    void everyColourOfAnEventIsLegibleInLightAndInDark() {
        for (int hue = 0; hue < 9; hue++) {
            List<String> blocks = blocks(".hue-" + hue);
            assertEquals(5, blocks.size(), "light, dark, paper, and the two themes");
            for (int scheme = 0; scheme < 2; scheme++) {
                var colours = colours(blocks.get(scheme));
                colours.put(
                        "paper", colours(blocks(":root").get(scheme)).getOrDefault("paper", ""));
                assertLegible(colours, "ink-on-tint", "tint", 7);
                assertLegible(colours, "ink-on-tint", "stripe", 5);
                assertLegible(colours, "ink-on-tint", "paper", 7);
                assertLegible(colours, "edge", "paper", 3);
                assertLegible(colours, "edge", "tint", 3);
            }
        }
    }

    @Test
    void everyTextIsLegibleInLightAndInDark() {
        for (int scheme = 0; scheme < 2; scheme++) {
            var colours = colours(blocks(":root").get(scheme));
            for (String back : List.of("paper", "panel")) {
                assertLegible(colours, "ink", back, 7);
                assertLegible(colours, "soft", back, 4.5);
                assertLegible(colours, "link", back, 4.5);
                assertLegible(colours, "line-strong", back, 3);
                assertLegible(colours, "focus", back, 3);
            }
            assertLegible(colours, "ink", "panel-strong", 7);
            assertLegible(colours, "on-accent", "accent", 4.5);
            for (String kind : List.of("good", "warning", "bad")) {
                assertLegible(colours, kind, kind + "-back", 4.5);
            }
        }
    }

    /** Whoever chooses a theme has the colours that a browser of that scheme has. */
    @Test
    void aChosenThemeHasTheColoursOfItsScheme() {
        assertEquals(
                colours(blocks(":root").getFirst()), colours(blocks(":root.light").getFirst()));
        var dark = colours(blocks(":root").get(1));
        assertEquals(dark, colours(blocks(":root.dark").getFirst()));
        assertEquals("#17181a", dark.get("paper"));
        int hues = 0;
        var coloured = Pattern.compile("(?m)^(  )?(\\.[\\w-]+) \\{ (--tint[^}]*)}").matcher(css);
        while (coloured.find() && coloured.start() < css.indexOf("@media print")) {
            String theme = coloured.group(1) == null ? ".light " : ".dark ";
            var blocks = blocks(theme + coloured.group(2));
            assertEquals(
                    List.of(coloured.group(3).strip()),
                    blocks.stream().map(String::strip).toList(),
                    theme + coloured.group(2));
            hues++;
        }
        assertTrue(hues >= 16, hues + " hues");
    }

    @Test
    void nothingIsLaidOutFromLeftToRightOnly() {
        for (String physical :
                List.of(
                        "margin-left",
                        "margin-right",
                        "padding-left",
                        "padding-right",
                        "border-left",
                        "border-right",
                        "text-align: left",
                        "text-align: right",
                        "float:")) {
            assertFalse(css.contains(physical), physical);
        }
        assertFalse(Pattern.compile("[\\s;{](left|right):").matcher(css).find());
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        assertFalse(css.contains("url(") || css.contains("@import") || css.contains("@font-face"));
    }

    @Test
    void bracesAreEven() {
        assertEquals(
                css.chars().filter(c -> c == '{').count(),
                css.chars().filter(c -> c == '}').count());
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        String hex =
                colour.length() == 4
                        ? "#"
                                + colour.charAt(1)
                                + colour.charAt(1)
                                + colour.charAt(2)
                                + colour.charAt(2)
                                + colour.charAt(3)
                                + colour.charAt(3)
                        : colour;
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
