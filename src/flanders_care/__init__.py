"""Which promises became decisions, and which decisions became money: typed, sourced facts from Flemish documents.

The names listed in `__init__.pyi` are the public face; everything else may change. Start with `load_seeds()` or
`load(path)`. Kinds and parts of records are in `flanders_care.types`, errors in `flanders_care.errors`.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import warnings
from typing import Any

__version__ = "0.1.0"

# Reading, scoring and exchange cost time to import, so a name is imported when it is first used (PEP 562). The names
# stand once, as imports in the stub beside this file, where type checkers see them (as SPEC 1 of Scientific Python
# proposes); what is lazy is made from it here.
_HOMES = {
    name.name: str(found.module)
    for found in ast.parse(pkgutil.get_data(__name__, "__init__.pyi") or b"").body
    if isinstance(found, ast.ImportFrom)
    for name in found.names
}
# a tool that wants to see the list reads the stub
__all__ = [name for name, home in _HOMES.items() if home != __name__]  # pyright: ignore[reportUnsupportedDunderAll]

#: Names that left the window: reachable until the next release, with a warning that says where they are now.
_MOVED = {"decisions_from": "exchange.decisions_from_frame"} | {
    name: f"{module}.{name}"
    for module, names in {
        "budget": "check_sums",
        "errors": "ExchangeError InvalidValueError MissingExtraError NotAddableError UnknownNameError UnreadableError",
        "families": "recognise",
        "ids": "actor_id commitment_id content_id decision_document programme_id",
        "judgement": "Verdict apply_corrections assessments_to_csv compare corrections_to_csv load_assessments "
        "load_corrections suggest_verdict",
        "scoring": "Evidence PROFILES Profile diff",
        "show": "plot_totals",
        "types": "ActorKind CommitmentKind DateMention FindingCode Involvement LeftOut PartialDate ProgrammeKind "
        "Qualifier Recurrence Severity",
    }.items()
    for name in names.split()
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name in _HOMES:
        home = _HOMES[name]
        value = importlib.import_module(f"{home}.{name}") if home == __name__ else _found(home, name)
        globals()[name] = value
        return value
    if name in _MOVED:
        home, _, now = f"{__name__}.{_MOVED[name]}".rpartition(".")
        warnings.warn(f"{__name__}.{name} is now {home}.{now}", DeprecationWarning, stacklevel=2)
        return _found(home, now)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _found(module: str, name: str) -> Any:
    return getattr(importlib.import_module(module), name)


def __dir__() -> list[str]:
    """The public names and modules, those included that are not imported yet."""
    return sorted([*_HOMES, "__version__"])
