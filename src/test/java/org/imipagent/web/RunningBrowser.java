package org.imipagent.web;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Point;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.interactions.WheelInput;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium without a screen: what a person does in it, and what can be measured there. */
final class RunningBrowser implements AutoCloseable {

    private static final List<String> RULES =
            List.of(
                    "wcag2a",
                    "wcag2aa",
                    "wcag21a",
                    "wcag21aa",
                    "wcag22a",
                    "wcag22aa",
                    "best-practice");
    private static final int MOST_STOPS = 120;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Path profile;
    private final ChromeDriver driver;
    private final ServerProcess process;

    private RunningBrowser(Path profile, ChromeDriver driver, ServerProcess process) {
        this.profile = profile;
        this.driver = driver;
        this.process = process;
    }

    /** Starts it with an empty profile. */
    static RunningBrowser start(boolean scripts) throws IOException {
        var profile = Files.createTempDirectory("imip-browser");
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--hide-scrollbars",
                "--lang=en",
                // Else a click aims at what is still gliding into sight.
                "--force-prefers-reduced-motion",
                "--user-data-dir=" + profile);
        if (Command.isRoot()) {
            options.addArguments("--no-sandbox");
        }
        if (!scripts) {
            options.setExperimentalOption(
                    "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                        .usingAnyFreePort()
                        .withLogFile(profile.resolve("log").toFile())
                        .build();
        var process = started(service, profile.resolve("log"));
        try {
            return new RunningBrowser(profile, new ChromeDriver(service, options), process);
        } catch (WebDriverException failed) {
            process.end();
            throw new AssertionError(process.log(), failed);
        }
    }

    /** The one child of ours that is new. */
    private static ServerProcess started(ChromeDriverService service, Path log) throws IOException {
        var before = ProcessHandle.current().children().toList();
        service.start();
        var driver =
                ProcessHandle.current()
                        .children()
                        .filter(child -> !before.contains(child))
                        .findFirst()
                        .orElseThrow();
        return ServerProcess.of(driver, log);
    }

    // What a person does.

    void open(URI address) {
        driver.get(address.toString());
    }

    /** Clicks what bears this name, and returns when the next page is there. */
    void follow(By what) {
        followElement(driver.findElement(what));
    }

    /** The same of what was found before. */
    void followElement(WebElement link) {
        link.click();
        awaitLeft(link);
    }

    void type(By field, String text) {
        driver.findElement(field).sendKeys(text);
    }

    /** Chooses from a menu by the value of the option. */
    void choose(String menu, String value) {
        driver.findElement(
                        By.cssSelector("select[name='" + menu + "'] option[value='" + value + "']"))
                .click();
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses a key that opens another page, and returns when that is there. */
    void pressToLeave(CharSequence key) {
        var here = driver.findElement(By.tagName("html"));
        press(key);
        awaitLeft(here);
    }

    /**
     * Goes on by Tab until something with this text or value has the focus, which is visible at
     * each stop.
     */
    void tabTo(String name) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            press(Keys.TAB);
            var at = driver.switchTo().activeElement();
            if (at.getTagName().equals("body")) {
                continue;
            }
            requireVisibleFocus(at);
            if (text(at).contains(name)
                    || name.equals(at.getDomAttribute("value"))
                    || name.equals(at.getDomAttribute("id"))) {
                return;
            }
        }
        throw new AssertionError("No way to '" + name + "' by Tab on " + driver.getCurrentUrl());
    }

    /** Scrolls what a part of the page stands in, as a finger does. */
    void scrollSideways(By part, int pixels) {
        new Actions(driver)
                .scrollFromOrigin(
                        WheelInput.ScrollOrigin.fromElement(driver.findElement(part)), pixels, 0)
                .perform();
    }

    /** Goes on by Tab until a field has the focus. */
    void tabToField(By field) {
        WebElement wanted = driver.findElement(field);
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            press(Keys.TAB);
            if (driver.switchTo().activeElement().equals(wanted)) {
                requireVisibleFocus(wanted);
                return;
            }
        }
        throw new AssertionError("No way to " + field + " by Tab on " + driver.getCurrentUrl());
    }

    private void requireVisibleFocus(WebElement at) {
        var shown =
                driver.executeScript(
                        """
                const at = arguments[0], style = getComputedStyle(at), box = at.getBoundingClientRect();
                // Within a field of a date its button to choose one has the focus at last.
                return at.matches(':focus-visible, input:focus-within') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                    && box.width > 2 && box.height > 2 && box.bottom > 0 && box.top < innerHeight;
                """,
                        at);
        if (!Boolean.TRUE.equals(shown)) {
            throw new AssertionError(
                    "The focus is not to be seen on " + at.getDomProperty("outerHTML"));
        }
    }

    /**
     * Whether the page of an element has been left. Chromium says so in more than one way: while
     * one page goes and the next comes, the node "does not belong to the document".
     */
    private static boolean isGone(WebElement old) {
        try {
            old.isEnabled();
            return false;
        } catch (WebDriverException gone) {
            return true;
        }
    }

    void awaitLeft(WebElement old) {
        var timeouts = new WebDriverWait(driver, LONGEST);
        timeouts.until(_ -> isGone(old));
        timeouts.until(ExpectedConditions.presenceOfElementLocated(By.tagName("h1")));
    }

    void await(BooleanSupplier what) {
        new WebDriverWait(driver, LONGEST).until(_ -> what.getAsBoolean());
    }

    void pressWith(Keys held, String key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
    }

    // What a pointer does. Places are in pixels from the upper left corner of something.

    private Actions at(WebElement what, int x, int y) {
        var size = what.getSize();
        return new Actions(driver, Duration.ofMillis(20))
                .moveToElement(what, x - size.getWidth() / 2, y - size.getHeight() / 2);
    }

    /** Presses the button of the mouse there, and moves it so far. */
    void hold(WebElement what, int x, int y, int byX, int byY) {
        at(what, x, y)
                .clickAndHold()
                .moveByOffset(byX / 2, byY / 2)
                .moveByOffset(byX - byX / 2, byY - byY / 2)
                .perform();
    }

    void release() {
        new Actions(driver).release().perform();
    }

    /** Lets go of the button, and returns when the next page is there. */
    void letGo() {
        var here = driver.findElement(By.tagName("html"));
        release();
        awaitLeft(here);
    }

    void drag(WebElement what, int x, int y, int byX, int byY) {
        hold(what, x, y, byX, byY);
        letGo();
    }

    void doubleClick(WebElement what, int x, int y) {
        var here = driver.findElement(By.tagName("html"));
        at(what, x, y).doubleClick().perform();
        awaitLeft(here);
    }

    void click(WebElement what, int x, int y) {
        var here = driver.findElement(By.tagName("html"));
        at(what, x, y).click().perform();
        awaitLeft(here);
    }

    void dragByFinger(WebElement what, int x, int y, int byX, int byY) {
        var finger = new PointerInput(PointerInput.Kind.TOUCH, "finger");
        var at = what.getLocation();
        var scrolled = ((Number) Objects.requireNonNull(run("return scrollY"))).intValue();
        var from = new Point(at.getX() + x, at.getY() + y - scrolled);
        var view = PointerInput.Origin.viewport();
        driver.perform(
                List.of(
                        new Sequence(finger, 0)
                                .addAction(
                                        finger.createPointerMove(
                                                Duration.ZERO, view, from.getX(), from.getY()))
                                .addAction(finger.createPointerDown(0))
                                .addAction(
                                        finger.createPointerMove(
                                                Duration.ofMillis(50),
                                                view,
                                                from.getX() + byX,
                                                from.getY() + byY))
                                .addAction(finger.createPointerUp(0))));
    }

    // What is there.

    String address() {
        return Objects.requireNonNullElse(driver.getCurrentUrl(), "");
    }

    /** Runs a script of a test in the page. */
    @Nullable Object run(String script) {
        return driver.executeScript(script);
    }

    WebElement find(By what) {
        return driver.findElement(what);
    }

    List<WebElement> all(By what) {
        return driver.findElements(what);
    }

    String text(By what) {
        return text(driver.findElement(what));
    }

    /** The text that assistive technology reads: also what is hidden from the eye alone. */
    static String text(WebElement element) {
        return Objects.requireNonNullElse(element.getDomProperty("textContent"), "").strip();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    String title() {
        return Objects.requireNonNullElse(driver.getTitle(), "");
    }

    // What can be measured.

    void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Where the computer is. */
    void zone(String name) {
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", name));
    }

    /** As paper sees the page. */
    void paper() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    /** With the few colours of a system that sets them itself. */
    void forcedColours() {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "forced-colors", "value", "active"))));
    }

    void usualMedia() {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
    }

    /** The style of the upper edge of what is found first: "dashed". */
    String edge(By what) {
        return driver.findElement(what).getCssValue("border-top-style");
    }

    void scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** How wide all that is on the page is, in pixels: more than the window can be scrolled. */
    int contentWidth() {
        var width = driver.executeScript("return Math.ceil(document.scrollingElement.scrollWidth)");
        return ((Number) Objects.requireNonNull(width)).intValue();
    }

    /** What axe-core finds on the page, a line each. */
    List<String> inaccessible() {
        return new AxeBuilder()
                .withTags(RULES).analyze(driver).getViolations().stream()
                        .map(RunningBrowser::line)
                        .toList();
    }

    private static String line(Rule rule) {
        var where =
                rule.getNodes().stream()
                        .limit(4)
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
        return rule.getId() + ": " + rule.getHelp() + " " + where;
    }

    /** What the browser complained about since it was last asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Lets the page try what its Content-Security-Policy forbids: a style of its own. */
    void tryForbiddenStyle() {
        driver.executeScript("document.body.setAttribute('style', 'color: red')");
    }

    /** Keeps a picture of the whole page. */
    void picture(Path file) throws IOException {
        var shot =
                driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("captureBeyondViewport", true));
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
    }

    @Override
    public void close() {
        process.end(driver::quit);
        TestFolders.remove(profile);
    }
}
