"""Takes the picture of a page that griot view made.

Usage: screenshot.py PAGE OUT [WIDTH [light|dark [LANGUAGE]]]. What is planned first is chosen, so that its words show.
"""
import base64
import pathlib
import sys
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

page, target, width, scheme, language = (sys.argv[1:] + ["1280", "light", "en"][len(sys.argv) - 3:])[:5]
size = {"width": int(width), "height": 900}
options = webdriver.ChromeOptions()
options.binary_location = "/usr/bin/chromium"
for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", f"--lang={language}", "--hide-scrollbars"):
    options.add_argument(argument)
options.add_experimental_option("prefs", {"intl.accept_languages": language})
driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
try:
    features = [{"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {**size, "deviceScaleFactor": 1, "mobile": False})
    driver.get(pathlib.Path(page).resolve().as_uri())
    for _ in range(600):
        if driver.execute_script("return document.documentElement.dataset.ready"):
            break
        time.sleep(0.1)
    # What is planned and by whom it is said, with its words.
    driver.execute_script("""const planned = document.querySelector(".events .track.planned").closest("li").querySelector("button");
        planned.click(); document.getElementById("fit").click(); window.scrollTo(0, 0)""")
    time.sleep(0.5)
    bottom = driver.execute_script("return document.getElementById('timeline').getBoundingClientRect().bottom + 12")
    picture = driver.execute_cdp_cmd("Page.captureScreenshot", {
        "captureBeyondViewport": True, "clip": {"x": 0, "y": 0, "width": int(width), "height": bottom, "scale": 1}})
    pathlib.Path(target).write_bytes(base64.b64decode(picture["data"]))
finally:
    driver.quit()
