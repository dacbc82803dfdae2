"""Takes the pictures of the explorer that the README shows: builds examples/ and looks at the page in Chromium.

python scripts/screenshots.py [FOLDER]        (default docs/images)
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --hide-scrollbars --force-prefers-reduced-motion"
).split()
LAPTOP, PHONE = (1440, 900, False), (390, 844, True)

# A demand is chosen as a reader would: its row in the table, then the view again.
CHOOSE = "document.querySelector('.rows tbody tr:nth-child(6)').click(); document.getElementById('tab-network').click()"

# name of the file, window, state in the address, what is done before the picture is taken
SHOTS = (
    ("overview", LAPTOP, "", ""),
    ("dark", LAPTOP, "theme=dark", ""),
    ("filtered", LAPTOP, "topic=sanctions", ""),
    ("evidence", LAPTOP, "view=table&sort=Date:up", CHOOSE),
    ("lineage", LAPTOP, "view=lineage", ""),
    ("flow", LAPTOP, "view=flow", ""),
    ("phone", PHONE, "", ""),
)


def lighten(path: Path) -> None:
    """Reduce a picture to 256 colours, those of the legend among them: a third of the size, and no shape looks different."""
    from PIL import Image

    with Image.open(path) as picture:
        reduced = picture.convert("RGB").quantize(
            256, method=Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE
        )
    reduced.save(path, optimize=True)


def main(folder: Path) -> None:
    """Build the examples, take every picture, and name what was written."""
    chromium, driver_path = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver_path:
        sys.exit("Chromium and its driver are missing (Debian: apt-get install chromium chromium-driver)")
    from selenium import webdriver

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as work:
        out = Path(work) / "graph"
        command = [sys.executable, "-m", "demandgraph", "build", str(ROOT / "examples"), "--out", str(out)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        options = webdriver.ChromeOptions()
        options.binary_location = chromium
        for flag in (*FLAGS, f"--user-data-dir={work}/profile", "--host-resolver-rules=MAP * ~NOTFOUND"):
            options.add_argument(flag)
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver_path, log_output=os.devnull))
        try:
            for name, (width, height, mobile), state, script in SHOTS:
                metrics = {"width": width, "height": height, "deviceScaleFactor": 2 if mobile else 1, "mobile": mobile}
                driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
                driver.get("about:blank")
                driver.get(f"{(out / 'explorer.html').as_uri()}#{state.replace(' ', '+')}")
                time.sleep(0.5)
                driver.execute_script(script)
                time.sleep(1)
                target = folder / f"explorer-{name}.png"
                driver.save_screenshot(str(target))
                lighten(target)
                print(f"{target} ({target.stat().st_size / 1000:.0f} kB)")
        finally:
            driver.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
