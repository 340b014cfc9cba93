package org.imipagent.web;

import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Does on a page what a person does, by pointing or by the keyboard alone. */
record Hand(RunningBrowser browser, Way way) {

    private boolean isKeyboard() {
        return way == Way.KEYBOARD;
    }

    /** Follows the link, or presses the button, of a name. */
    void follow(String name) {
        if (isKeyboard()) {
            browser.tabTo(name);
            browser.pressToLeave(Keys.ENTER);
        } else {
            browser.followElement(named(name));
        }
    }

    /** The first that is to be seen; rather one of exactly this name. */
    private WebElement named(String name) {
        String quoted = "'" + name + "'";
        List<WebElement> all =
                browser.all(
                        By.xpath(
                                "//*[self::a or self::button][normalize-space(.)="
                                        + quoted
                                        + "] | //*[self::a or self::button][contains(normalize-space(.), "
                                        + quoted
                                        + ")]"));
        WebElement found = null;
        for (WebElement each : all) {
            boolean isShown = each.isDisplayed() && each.getSize().getWidth() > 2;
            boolean isExact = RunningBrowser.text(each).equals(name);
            if (isShown
                    && (found == null || (isExact && !RunningBrowser.text(found).equals(name)))) {
                found = each;
            }
        }
        if (found == null) {
            throw new AssertionError(
                    "no '"
                            + name
                            + "' on "
                            + browser.title()
                            + "\n"
                            + browser.text(By.tagName("body")));
        }
        return found;
    }

    /** Opens what is folded under a name. */
    void unfold(String name) {
        if (isKeyboard()) {
            browser.tabTo(name);
            browser.press(Keys.ENTER);
        } else {
            browser.find(By.xpath("//summary[contains(., '" + name + "')]")).click();
        }
    }

    /** Writes into the field of an id, in the place of what stands there. */
    void fill(String id, String text) {
        fill(id, text, By.id(id));
    }

    /**
     * The same.
     *
     * @param name by which the keyboard finds it
     */
    void fill(String name, String text, By field) {
        String type = browser.find(field).getDomAttribute("type");
        boolean isClock = "date".equals(type) || "time".equals(type);
        if (isKeyboard()) {
            browser.tabToField(field);
        } else if (!isClock) {
            browser.find(field).click();
        }
        if (isClock && !isKeyboard()) {
            // The first part of the field has the focus then, wherever a click would hit.
            browser.find(field).sendKeys(text);
            return;
        }
        if (!isClock) {
            browser.press(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
        }
        browser.press(text);
    }

    /** Writes a day and a time into one field. */
    void fillMoment(String id, String day, String time) {
        if (isKeyboard()) {
            browser.tabToField(By.id(id));
            browser.press(day, Keys.ARROW_RIGHT, time);
        } else {
            browser.find(By.id(id)).sendKeys(day, Keys.ARROW_RIGHT, time);
        }
    }

    /** Chooses from a menu. */
    void choose(String menu, String label) {
        if (isKeyboard()) {
            browser.tabToField(By.id(menu));
            browser.press(label);
        } else {
            browser.find(
                            By.xpath(
                                    "//select[@id='"
                                            + menu
                                            + "']//option[starts-with(normalize-space(.), '"
                                            + label
                                            + "')]"))
                    .click();
        }
    }

    /** Ticks or chooses the box of a value. */
    void tick(String value) {
        By box =
                By.cssSelector(
                        "main input[value='" + value + "']:is([type=checkbox], [type=radio])");
        if (isKeyboard()) {
            if ("radio".equals(browser.find(box).getDomAttribute("type"))) {
                chooseByArrows(box);
            } else {
                browser.tabToField(box);
                browser.press(Keys.SPACE);
            }
        } else {
            browser.find(box).click();
        }
    }

    /** Tab leads to one of a group, arrows to the others. */
    private void chooseByArrows(By box) {
        String name = browser.find(box).getDomAttribute("name");
        browser.tabToField(By.cssSelector("main input[type=radio][name='" + name + "']:checked"));
        for (int i = 0; i < 5 && !browser.find(box).isSelected(); i++) {
            browser.press(Keys.ARROW_DOWN);
        }
    }

    void addGuest(String text) {
        fill("guest", text);
    }

    /** A file is chosen in a window of the system, where no test can follow. */
    void chooseFile(String id, Path file) {
        browser.find(By.id(id)).sendKeys(file.toString());
    }

    /** On a phone the head goes on beyond the edge of the window. */
    void swipeHead() {
        if (way == Way.PHONE) {
            browser.scrollSideways(By.cssSelector("header.site nav"), 400);
        }
    }

    /** By the field in the head; on a phone its button leads to it. */
    void search(String words) {
        if (way == Way.PHONE) {
            browser.followElement(browser.find(By.cssSelector("header .search button")));
            fill("search-q", words);
        } else {
            fill("q", words, By.cssSelector("header .search input"));
        }
        browser.pressToLeave(Keys.ENTER);
    }
}
