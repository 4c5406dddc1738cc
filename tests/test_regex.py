"""Regular expressions that wait until they are used."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys

import pytest

from flanders_care.regex import regex


def test_behaves_as_the_expression() -> None:
    """Methods and attributes are those of the expression, with its flags."""
    waiting, ready = regex("(?P<word>AAN)", re.IGNORECASE), re.compile("(?P<word>AAN)", re.IGNORECASE)
    text = "aan A en Aan B"
    assert [match.span() for match in waiting.finditer(text)] == [match.span() for match in ready.finditer(text)]
    assert waiting.sub("-", text) == "- A en - B"
    assert (waiting.pattern, waiting.groupindex) == (ready.pattern, ready.groupindex)


def test_a_wrong_one_says_so_when_it_is_used() -> None:
    """Making it costs nothing, so its mistake shows at its first use."""
    wrong = regex("(")
    with pytest.raises(re.error, match="missing"):
        wrong.search("")


def test_goes_to_another_process() -> None:
    """It can be pickled, used or not, as functions of a worker process may hold one."""
    used = regex("a+")
    assert used.search("baa") is not None
    for given in (used, regex("a+")):
        found = pickle.loads(pickle.dumps(given)).search("baa")  # noqa: S301
        assert found is not None
        assert found.span() == (1, 3)
    assert repr(regex("a+")) == "regex('a+', 0)"


def test_importing_the_readers_makes_none_ready() -> None:
    """Reading a module of rules compiles none of its expressions: importing all readers stays cheap."""
    program = (
        "import re, re._compiler as compiler\n"
        "import calendar, dateutil.tz, gzip, html.parser, json, urllib.parse, flanders_care.model.corpus\n"
        "made, compile = [], compiler.compile\n"
        "compiler.compile = lambda pattern, flags=0: made.append(pattern) or compile(pattern, flags)\n"
        "import flanders_care.families.decisions.decisions, flanders_care.families.kinds, flanders_care.budget\n"
        "print(made)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
