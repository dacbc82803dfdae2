#!/bin/sh
# Installs Debian's Chromium for the browser tests where that is possible; elsewhere these tests are skipped, visibly.
set -u
if command -v chromium >/dev/null 2>&1 && command -v chromedriver >/dev/null 2>&1; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing chromium for the browser tests"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium chromium-driver fonts-dejavu-core; } >/dev/null 2>&1 \
        || echo "chromium could not be installed: browser tests will be skipped"
else
    echo "no chromium here and no right to install it: browser tests will be skipped"
fi
exit 0
