"""Looks at the pages of a running server in Chromium: on a phone, on a desk, on paper, by keys alone, and with axe-core.

python3 Scripts/browser.py http://127.0.0.1:8080 FOLDER

FOLDER is where the pictures go. It takes the packages 'selenium' and 'axe-core-python', and Debian's
'chromium-driver' and 'poppler-utils'.
LANGUAGES and PAGES, lists with commas, limit what is looked at.
"""

import base64, os, shutil, subprocess, sys, time
from axe_core_python import selenium as axe_selenium
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

BASE, FOLDER = sys.argv[1], sys.argv[2]
PAGES = {
    "home": "/", "compare": "/compare?id=ie-nqf:8&id=de-nqf:6",
    "equivalents": "/equivalents?id=ie-nqf:8&in=DE&purpose=study",
    "explain": "/explain?from=isco-88:7233&to=isco-08:7233", "no-chain": "/explain?from=ie-nqf:8&to=de-nqf:3",
    "corridor-ph-de": "/corridor?from=PH&to=DE", "corridor-ua-pl": "/corridor?from=UA&to=PL",
    "form": "/statement", "statement": "/statement?id=de-nqf:meister&for=FR&purpose=regulated",
    "atlas": "/atlas", "atlas-of": "/atlas?of=ie-nqf", "frameworks": "/frameworks",
    "framework": "/show/ie-nqf", "concept": "/show/de-nqf:6", "search": "/search?q=meister",
    "choice": "/compare?id=bachelor&id=de-nqf:6", "missing": "/show/ie-nqf:88",
}
LANGUAGES = os.environ.get("LANGUAGES", "en,ar").split(",")
chosen = os.environ.get("PAGES")
if chosen:
    PAGES = {name: PAGES[name] for name in chosen.split(",")}
# The links of a long page are not all gone through.
MOST_STOPS = 90
failures = []


def expect(is_so, what):
    if not is_so:
        failures.append(what)
        print("FAILED:", what)


def browser():
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--force-device-scale-factor=1"]:
        options.add_argument(argument)
    service = webdriver.ChromeService(shutil.which("chromedriver"))
    return webdriver.Chrome(options=options, service=service)


def command(name, **values):
    return driver.execute_cdp_cmd(name, values)


def wide(pixels):
    command("Emulation.setDeviceMetricsOverride", width=pixels, height=900, deviceScaleFactor=1, mobile=False)


def picture(name):
    taken = command("Page.captureScreenshot", format="png", captureBeyondViewport=True)
    open(f"{FOLDER}/{name}.png", "wb").write(base64.b64decode(taken["data"]))


def paper(name):
    command("Emulation.clearDeviceMetricsOverride")
    printed = command("Page.printToPDF", preferCSSPageSize=True, printBackground=False, displayHeaderFooter=False)
    path = f"{FOLDER}/{name}.pdf"
    open(path, "wb").write(base64.b64decode(printed["data"]))
    text = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout
    return next((line.split(":")[1].strip() for line in text.split("\n") if line.startswith("Pages")), "?")


def expect_style(name):
    """Also of a page that the browser has kept, and only asked whether it still holds."""
    expect(driver.execute_script("return getComputedStyle(document.body).maxWidth") != "none", f"{name} has no style")


def look(name):
    """The page at both widths, on paper, and what axe-core says."""
    facts = []
    expect_style(name)
    for pixels in [390, 1280]:
        wide(pixels)
        picture(f"{name}-{pixels}")
        over = driver.execute_script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        expect(over <= 0, f"{name} at {pixels} px is wider than the window by {over} px")
        found = axe_selenium.Axe().run(driver)
        for violation in found["violations"]:
            nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
            expect(False, f"{name} at {pixels} px: {violation['id']} ({len(violation['nodes'])}): {nodes}")
        facts.append(f"{len(found['passes'])} rules of axe at {pixels} px")
    print(f"{name}: {', '.join(facts)}; sheets of paper: {paper(name)}")


# By keys alone.

FOCUS = """
const it = document.activeElement, box = it.getBoundingClientRect(), style = getComputedStyle(it);
return {tag: it.tagName, class: it.className, name: (it.innerText || it.value || it.id || '').trim().slice(0, 40),
  seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
  number: Array.from(document.querySelectorAll('*')).indexOf(it)}
"""


def press(*keys):
    for key in keys:
        webdriver.ActionChains(driver).send_keys(key).perform()


def stops(most=MOST_STOPS):
    """Where the focus goes, by the tabulator from the beginning of the page."""
    driver.execute_script("document.activeElement.blur()")
    found = []
    while len(found) < most:
        press(Keys.TAB)
        stop = driver.execute_script(FOCUS)
        if stop["tag"] in ["BODY", "HTML"] or found and stop["number"] == found[0]["number"]:
            break
        found.append(stop)
    return found


def go_through(name):
    wide(1280)
    found = stops()
    expect(found and found[0]["class"] == "skip", f"{name}: the first stop is not the way to the content")
    for stop in found:
        expect(stop["seen"] and stop["ring"], f"{name}: the focus is not seen at {stop['tag']} '{stop['name']}'")
    numbers = [stop["number"] for stop in found]
    expect(numbers == sorted(numbers), f"{name}: the focus does not go in the order of the page")
    print(f"{name}: {len(found)} stops of the tabulator, in order, each seen")


def skip(name):
    """The first stop leads to the content: the next one is within it."""
    driver.get(driver.current_url)
    expect_style(f"{name}, read again")
    press(Keys.TAB)
    picture(f"{name}-skip")
    press(Keys.ENTER)
    press(Keys.TAB)
    expect(driver.execute_script("return document.querySelector('main').contains(document.activeElement)"),
           f"{name}: the way to the content leads elsewhere")


def ask_by_keys(language):
    """Words and two countries from the first page, sent with Enter."""
    driver.get(f"{BASE}/?lang={language}")
    while driver.execute_script("return document.activeElement.id") != "q":
        press(Keys.TAB)
    press("ie-nqf:8", Keys.TAB)
    press(Keys.TAB)
    expect(driver.execute_script("return document.activeElement.id") == "to", "the second list is not after the first")
    while driver.execute_script("return document.activeElement.value") != "DE":
        press(Keys.ARROW_DOWN)
    picture(f"{language}-keys-home")
    press(Keys.TAB, Keys.ENTER)
    time.sleep(1)
    expect("/equivalents?id=ie-nqf:8&in=DE" in driver.current_url, f"Enter led to {driver.current_url}")
    driver.get(f"{BASE}/?lang={language}")
    driver.find_element(By.ID, "q").send_keys("meister", Keys.ENTER)
    time.sleep(1)
    expect("/search?q=meister" in driver.current_url, f"Enter in the search box led to {driver.current_url}")


def state_by_keys(language):
    """A person's certificate, filled in and sent by keys alone."""
    driver.get(f"{BASE}/statement?lang={language}")
    values = {"person-title": "Meister", "person-country": "DE", "person-date": "2014-06", "person-for": "FR",
              "person-purpose": "regulated"}
    for _ in range(80):
        press(Keys.TAB)
        name = driver.execute_script("return document.activeElement.id")
        if name not in values:
            continue
        if driver.execute_script("return document.activeElement.tagName") == "INPUT":
            press(values[name])
        else:
            for _ in range(300):
                if driver.execute_script("return document.activeElement.value") == values[name]:
                    break
                press(Keys.ARROW_DOWN)
        if name == "person-purpose":
            break
    press(Keys.TAB, Keys.ENTER)
    time.sleep(1)
    expect(len(driver.find_elements(By.CSS_SELECTOR, "main .summary")) == 1, "no statement came of the form")
    look(f"{language}-person")


os.makedirs(FOLDER, exist_ok=True)
driver = browser()
try:
    for language in LANGUAGES:
        for name, target in PAGES.items():
            driver.get(f"{BASE}{target}{'&' if '?' in target else '?'}lang={language}")
            look(f"{language}-{name}")
            go_through(f"{language}-{name}")
        if not chosen:
            driver.get(f"{BASE}/show/ie-nqf?lang={language}")
            skip(language)
            ask_by_keys(language)
            state_by_keys(language)
finally:
    driver.quit()
print(f"failures: {len(failures)}")
sys.exit(1 if failures else 0)
