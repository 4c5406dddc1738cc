"""Every public name is documented: what it means, what it takes, what it gives back and what it raises."""

from __future__ import annotations

import enum
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
import pytest

import flanders_care as fc
from flanders_care import ids, judgement, measuring, scoring, show, types
from flanders_care.testing import laws, strategies

#: The modules whose names are public, besides the window itself.
MODULES = ("budget", "errors", "exchange", "families", "ids", "judgement", "measuring", "scoring", "show", "types")
MOVED: dict[str, str] = vars(fc)["_MOVED"]
#: Every public name; of a constant the meaning stands beside it in the source, where a test cannot see it.
NAMES = [
    (module.__name__, name)
    for module in (fc, *(getattr(fc, module) for module in MODULES), strategies, laws)
    for name in module.__all__
    if inspect.isfunction(getattr(module, name)) or isinstance(getattr(module, name), type)
]


def looked_up(module: str, name: str) -> Any:
    """The object behind a public name."""
    return getattr(importlib.import_module(module), name)


def sections(documentation: str) -> set[str]:
    """The headings of a Google-style docstring."""
    return set(re.findall(r"^(Args|Returns|Yields|Raises|Attributes|Example|Example):", documentation, re.MULTILINE))


def parameters(function: Any) -> list[str]:
    """The names of the parameters that a caller gives."""
    return [name for name in inspect.signature(function).parameters if name != "self"]


@pytest.mark.parametrize(("module", "name"), NAMES, ids=[name for _, name in NAMES])
def test_documented(module: str, name: str) -> None:
    """A public name has a docstring; a function says what each parameter is and what it gives back."""
    thing = looked_up(module, name)
    documentation = inspect.getdoc(thing)
    assert documentation, f"{name} has no docstring"
    assert documentation.partition("\n")[0].strip(), f"{name} does not begin with what it is"
    if inspect.isfunction(thing) and module == "flanders_care":
        _documented_function(thing, documentation)
    if isinstance(thing, type) and attrs.has(thing):
        _documented_fields(thing, documentation)


def _documented_function(function: Any, documentation: str) -> None:
    found = sections(documentation)
    named = parameters(function)
    assert "Args" in found or not named, f"{function.__name__} does not say what it takes"
    for name in named:
        assert re.search(rf"^ +\*{{0,2}}{name}\b.*:", documentation, re.MULTILINE), f"{function.__name__}: {name}"
    gives_back = inspect.signature(function).return_annotation not in (None, "None")
    assert found & {"Returns", "Yields"} or not gives_back, f"{function.__name__} does not say what it gives back"


def _documented_fields(cls: Any, documentation: str) -> None:
    for field in attrs.fields(cls):
        if not field.name.startswith("_"):
            assert re.search(rf"^ +{field.name}:", documentation, re.MULTILINE), f"{cls.__name__}.{field.name}"


@pytest.mark.parametrize("name", [name for name in fc.__all__ if isinstance(getattr(fc, name), type)])
def test_methods_are_documented(name: str) -> None:
    """Every public method and property of a public class has a docstring of its own or of what it overrides."""
    cls = getattr(fc, name)
    if issubclass(cls, enum.Enum | Exception):
        return
    for method, member in vars(cls).items():
        if not method.startswith("_") and (callable(member) or isinstance(member, property | classmethod)):
            assert inspect.getdoc(getattr(cls, method)), f"{name}.{method} has no docstring"


def test_every_public_name_is_there() -> None:
    """The stub lists no name twice, each name leads somewhere, and `import *` gives them all."""
    assert len(set(fc.__all__)) == len(fc.__all__)
    assert set(fc.__all__) | set(MODULES) | {"__version__"} == set(dir(fc))
    given: dict[str, Any] = {}
    exec("from flanders_care import *", given)  # noqa: S102 - the statement itself is what is tested
    assert given.keys() - {"__builtins__"} == set(fc.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(fc, "nothing")  # noqa: B009 - a type checker would refuse the plain access


def test_every_public_name_has_one_home() -> None:
    """A name is at the top or in one of the modules that were made for those that are not."""
    homes = Counter(name for module in (fc, ids, judgement, measuring, scoring, show, types) for name in module.__all__)
    assert [name for name, count in homes.items() if count > 1] == []


@pytest.mark.parametrize("name", sorted(MOVED))
def test_a_name_that_moved(name: str) -> None:
    """A name that left the window is still reached by it, and the warning says the new name."""
    home, _, now = f"flanders_care.{MOVED[name]}".rpartition(".")
    with pytest.warns(DeprecationWarning, match=rf"^flanders_care\.{name} is now {re.escape(home)}\.{now}$") as caught:
        found = getattr(fc, name)
    assert found is looked_up(home, now)
    assert caught[0].filename == __file__
    assert name not in dir(fc)


def test_no_module_bears_the_name_of_a_public_function() -> None:
    """`fc.total()` is callable whatever was imported before: importing a module sets its name on the package above."""
    public = [(module, name) for module, name in NAMES if "testing" not in module]
    functions = {name for module, name in public if inspect.isfunction(looked_up(module, name))}
    modules = [info.name for info in pkgutil.walk_packages(fc.__path__, "flanders_care.")]
    assert len(modules) > 200
    assert [name for name in modules if name.rpartition(".")[2] in functions] == []


PROGRAM = """
import importlib, pkgutil
import flanders_care as fc
for info in pkgutil.walk_packages(fc.__path__, "flanders_care."):
    if not info.name.endswith("__main__"):
        importlib.import_module(info.name)

corpus = fc.load_text("We voorzien 12 miljoen euro voor fietspaden in 2023.", family="policy-note").corpus
promise = fc.Commitment(id="c", text="We geven een premie voor zonnepanelen.")
source = fc.Source(document_id="d", start=0, end=7, quote="Subsidi")
decision = fc.Decision(
    id="d", title="Subsidie zonnepanelen", text="De Vlaamse Regering kent 5.000 euro subsidie toe aan de vzw Zon."
)
assert isinstance(fc.load(fc.Document(id="x", text="tekst")), fc.Loaded) and isinstance(corpus, fc.Corpus)
assert isinstance(fc.load_seeds(), fc.Corpus) and "decisions" in fc.FAMILIES
assert fc.page_of(fc.Document(id="d", text="Subsidie", pages=(0,)), source) == 1
assert issubclass(fc.FlandersCareError, Exception)
assert isinstance(fc.Diagnostic(code="x", message="y"), fc.Diagnostic)
assert fc.Actor(id="a", name="x") and fc.Claim(id="k", text="x") and fc.Indicator(id="i", value=fc.Amount.of(1).value)
assert fc.Programme(id="p", name="x", pillars=(fc.Pillar(id="q", name="y", order=1),))
assert isinstance(fc.read_amounts("5 euro")[0], fc.AmountMention)
assert fc.read_dates("14 juli 2020")[0].iso == "2020-07-14"
lines = fc.funding_lines(decision)
assert isinstance(lines[0], fc.FundingLine) and lines[0].stage is fc.Stage.AWARDED, lines
assert isinstance(fc.total(lines), fc.Total) and isinstance(fc.aggregate(lines, by="stage"), fc.Aggregate)
assert isinstance(fc.rank([promise], [decision])[0], fc.Ranked)
found = fc.align([promise], [decision])
assert isinstance(found, fc.Alignments) and isinstance(found[0], fc.Alignment)
assert isinstance(fc.index([decision]), fc.DecisionIndex)
assert isinstance(fc.explain(promise, decision, among=[decision]), fc.Receipt)
assert isinstance(fc.coverage([promise], [decision]), fc.Coverage)
assert isinstance(fc.dossiers([decision])[0], fc.Dossier)
trails = fc.follow([promise], [decision])
assert isinstance(trails, fc.Trails) and isinstance(trails[0], fc.Trail)
claim = fc.Claim(id="k", text="Volgens het regeerakkoord komt er meer bos.", decision_ids=("d",))
assert isinstance(fc.audit(fc.Corpus(claims=(claim,), decisions=(decision,)))[0], fc.Finding)
assert fc.evaluate(["d"], {"d": 3}).ndcg == 1.0
assert fc.from_json(fc.to_json(decision), fc.Decision) == decision
assert fc.from_arrow(fc.to_arrow([decision]), fc.Decision) == (decision,)
assert fc.to_csv([decision]).startswith("id,") and fc.merge([corpus, corpus]) == corpus | corpus
assert fc.Assessment(commitment_id="c", verdict="fulfilled", assessor="x")
assert fc.Correction(record_id="d", field="step", value="final", reason="x", author="y") and fc.Step.FINAL
fc.save(corpus, "corpus.jsonl")
assert fc.open_corpus("corpus.jsonl") == corpus
assert fc.Role.LEAD and fc.SumRole.GRANTED and fc.load_many([]) == fc.Loaded() and source
print("called", *(name for name in fc.__all__ if isinstance(getattr(fc, name), type(fc))))
"""


def test_every_name_after_every_module(tmp_path: Path) -> None:
    """Every module is imported first; then every name that other programs rely on does what it is there for."""
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert done.stdout.strip() == "called", done.stderr
    assert not [name for name in fc.__all__ if f"fc.{name}" not in PROGRAM], "a name of the window that nobody calls"


def test_every_module_says_what_it_is() -> None:
    """Each module begins with what is in it."""
    for info in pkgutil.walk_packages(fc.__path__, "flanders_care."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        assert module.__doc__, f"{info.name} has no docstring"
        assert "TODO" not in module.__doc__, info.name


def test_import_stays_light() -> None:
    """`import flanders_care` brings in nothing heavy: no numpy, scipy, hypothesis or cattrs."""
    program = (
        "import sys, flanders_care; heavy = {'numpy', 'scipy', 'hypothesis', 'cattrs', 'narwhals', 'snowballstemmer'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
