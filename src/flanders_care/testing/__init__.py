"""What dependants test with: strategies that draw every record, and the laws as functions. Needs hypothesis.

Nothing is imported until it is asked for: `from flanders_care.testing import laws, strategies`.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flanders_care.testing import laws, strategies

__all__ = ["laws", "strategies"]


if not TYPE_CHECKING:  # a type checker that saw this would take any name for a submodule

    def __getattr__(name: str) -> Any:
        """Import a submodule when it is asked for."""
        if name in __all__:
            return importlib.import_module(f"flanders_care.testing.{name}")
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
