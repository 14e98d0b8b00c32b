from pathlib import Path
import pytest
from tests.macros.test_hostile import *  # noqa
from tests.macros.test_hostile import context, page, address, found
@pytest.fixture(scope="module")
def built():
    return Path("/tmp/t5-hostile/site")
