#!/bin/sh
# Installs Debian's Virtuoso (the server only) for the tests of push where that is possible; elsewhere they are skipped,
# visibly. Nothing is started or configured: the tests run a server of their own on loopback.
set -u
if command -v virtuoso-t >/dev/null 2>&1; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "installing virtuoso for the tests of push"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends virtuoso-opensource-7-bin; } >/dev/null 2>&1 \
        || echo "virtuoso could not be installed: its tests will be skipped"
else
    echo "no virtuoso here and no right to install it: its tests will be skipped"
fi
exit 0
