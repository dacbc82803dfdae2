"""What the tests of extraction share: the authority that the package ships."""

from __future__ import annotations

import pytest

from demandgraph.authority import Authority, load


@pytest.fixture(scope="session")
def known() -> Authority:
    return load()
