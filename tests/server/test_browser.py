"""The query page in a browser: the editor runs, asks this server only, and a saved question shows its rows."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

if TYPE_CHECKING:
    from conftest import Client

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium here")
def test_a_saved_question_is_asked(server: Client) -> None:
    options = ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = shutil.which("chromedriver")
    browser = Chrome(options=options, service=Service(driver) if driver else Service())
    try:
        browser.get(f"{server.address}query")
        for _ in range(100):
            buttons = browser.find_elements("css selector", "#questions button[title='who-demands-what']")
            if buttons:
                break
            time.sleep(0.1)
        buttons[0].click()
        for _ in range(100):
            rows = browser.find_elements("css selector", "#yasgui .dataTable tbody tr")
            if len(rows) > 5:
                break
            time.sleep(0.1)
        assert len(rows) > 5
        assert "Varanian Helsinki Circle" in browser.find_element("id", "yasgui").text
        asked = browser.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
        assert asked
        assert all(address.startswith((server.address, "data:")) for address in asked)
        assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []
    finally:
        browser.quit()
