package org.registrationrights.web;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.pagefactory.ByChained;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Tasklist in a real browser, in the words of those who work with it. Each step is tried until the page is ready for it. */
final class Tasklist {

    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    private static final By ALERT = By.cssSelector("[notifications-panel] .alert:not(.ng-hide)");

    private final String address;
    private final ChromeDriver browser;
    private final WebDriverWait patience;

    Tasklist(int port) {
        address = "http://localhost:" + port + "/camunda/app/tasklist/default/";
        ChromeOptions options = new ChromeOptions()
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--window-size=1500,1400",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync");
        ChromeDriverService.Builder driver = new ChromeDriverService.Builder();
        if (DRIVER.exists()) {
            // a distribution's own; elsewhere Selenium looks for Chrome and its driver itself
            options.setBinary(CHROMIUM);
            driver.usingDriverExecutable(DRIVER);
        }
        browser = new ChromeDriver(driver.build(), options);
        patience = new WebDriverWait(browser, Duration.ofSeconds(30));
        patience.pollingEvery(Duration.ofMillis(100))
                .ignoring(StaleElementReferenceException.class)
                .ignoring(ElementNotInteractableException.class, ElementClickInterceptedException.class);
    }

    void signIn(String user) {
        browser.manage().deleteAllCookies();
        browser.get("about:blank");
        browser.get(address);
        enter(By.cssSelector("input[placeholder=Username]"), user);
        enter(By.cssSelector("input[placeholder=Password]"), "demo");
        click(By.cssSelector("button[type=submit]"));
        await(page -> visible(By.cssSelector(".task-filters")));
    }

    void startProcess(String name) {
        click(By.cssSelector(".start-process-action a"));
        click(By.linkText(name));
    }

    /** Opens the one task of this name whose entry in the list shows the text, and claims it. */
    void open(String task, String shown) {
        click(By.xpath("//li[.//h4[normalize-space()='%s'] and contains(., '%s')]//h4/a".formatted(task, shown)));
        click(By.cssSelector("button.claim"));
        await(page -> visible(By.cssSelector("form.fjs-form"))
                && page.findElements(By.cssSelector(".disabled-form, button.claim"))
                        .isEmpty());
    }

    void fill(String label, String text) {
        enter(control(label), text);
    }

    /** Ticks a box or picks one of several. */
    void choose(String label) {
        click(control(label));
        await(page -> page.findElement(control(label)).isSelected());
    }

    /** Picks from a list that unfolds. */
    void choose(String label, String option) {
        click(new ByChained(control(label), By.xpath("..")));
        click(By.xpath("//*[contains(@class, 'fjs-dropdownlist-item') and normalize-space()='%s']".formatted(option)));
    }

    void press(String button) {
        click(By.xpath("//button[normalize-space()='%s' and not(@disabled)]".formatted(button)));
    }

    /** Adds the first line of a list, of which a field has the label; a press that comes too early has no effect. */
    void addLine(String label) {
        By field = By.xpath("//label[starts-with(normalize-space(), '%s')][@for]".formatted(label));
        await(page -> {
            if (page.findElements(field).isEmpty()) {
                press("Add new");
            }
            try {
                return new WebDriverWait(page, Duration.ofSeconds(3))
                        .until(shown -> !shown.findElements(field).isEmpty());
            } catch (TimeoutException e) {
                return false;
            }
        });
    }

    /** Sends the form; once it is stored, it is gone. */
    void complete(String button) {
        press(button);
        await(page -> page.findElements(By.cssSelector("form.fjs-form")).isEmpty());
    }

    /** The sentence that Tasklist shows; it is taken away, as it may hide a button. */
    String refusal() {
        String sentence = await(page -> page.findElement(ALERT).getText());
        click(new ByChained(ALERT, By.cssSelector(".close:not(.ng-hide)")));
        return sentence;
    }

    List<String> rows() {
        await(page -> visible(By.cssSelector(".fjs-table tbody tr")));
        return browser.findElements(By.cssSelector(".fjs-table tbody tr")).stream()
                .map(WebElement::getText)
                .toList();
    }

    void close() {
        browser.quit();
    }

    private By control(String label) {
        String id = await(
                page -> page.findElement(By.xpath("//label[starts-with(normalize-space(), '%s')]".formatted(label)))
                        .getDomAttribute("for"));
        return By.id(id);
    }

    private void enter(By input, String text) {
        await(page -> {
            WebElement field = inView(input);
            field.clear();
            field.sendKeys(text, Keys.TAB);
            return text.equals(field.getDomProperty("value"));
        });
    }

    private void click(By target) {
        await(page -> {
            inView(target).click();
            return true;
        });
    }

    /** Away from the page's edges, where its header and its footer lie over what is below. */
    private WebElement inView(By target) {
        WebElement element = browser.findElement(target);
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        return element;
    }

    private boolean visible(By target) {
        return browser.findElement(target).isDisplayed();
    }

    private <T> T await(Function<ChromeDriver, T> step) {
        return patience.until(page -> step.apply(browser));
    }
}
