"""Every error that the library raises on purpose.

Text that a loader does not understand is never an error but a `Diagnostic`. What is raised here is what cannot be
read, built or added at all; each message says what to do next.
"""

from __future__ import annotations

from typing import Any

__all__ = [
    "ExchangeError",
    "FlandersCareError",
    "InvalidValueError",
    "MissingExtraError",
    "MissingPackageError",
    "NotAddableError",
    "UnknownNameError",
    "UnreadableError",
    "WrongArgumentError",
]


class FlandersCareError(Exception):
    """The root of every error that the library raises on purpose."""

    def __reduce__(self) -> tuple[type[FlandersCareError], tuple[Any, ...]]:
        """Pickle by the parts that it was made from: worker processes hand errors back."""
        parts = tuple(part for name, part in vars(self).items() if name != "__notes__")
        return type(self), parts or self.args


class InvalidValueError(FlandersCareError, ValueError):
    """A record was built with a value that its field does not allow; the message names both."""


class WrongArgumentError(InvalidValueError, TypeError):
    """A function was given something else than it takes; the message says what to give."""


class UnreadableError(FlandersCareError, OSError):
    """A source cannot be read at all: missing, not text, too large.

    Attributes:
        path: The path as the caller gave it.
        reason: What is wrong, in a few words.
        advice: What to do about it.
    """

    def __init__(self, path: str, reason: str, advice: str) -> None:
        super().__init__(f"{path}: {reason}; {advice}")
        self.path = path
        self.reason = reason
        self.advice = advice


class UnknownNameError(FlandersCareError, LookupError):
    """A name (family, profile, id, key) that nothing answers to; the message lists what does."""


class NotAddableError(FlandersCareError, ValueError):
    """Sums that are different money (stages, currencies) were to be added; the message says how to ask."""


class ExchangeError(FlandersCareError, ValueError):
    """Text or a table does not hold what it should.

    Attributes:
        path: Where, as `$.funding_lines[3].amount.value`.
    """

    def __init__(self, message: str, path: str = "$") -> None:
        super().__init__(f"{path}: {message}")
        self.message = message
        self.path = path


class MissingExtraError(FlandersCareError, ImportError):
    """An optional dependency is needed; the message says which extra to install."""

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(f'{purpose} needs the "{extra}" extra: pip install "flanders-care[{extra}]"')
        self.extra = extra
        self.purpose = purpose


class MissingPackageError(FlandersCareError, ImportError):
    """A package of another kind, which no extra brings, is needed; the message says which to install."""

    def __init__(self, package: str, purpose: str) -> None:
        super().__init__(f"{purpose} needs a package that no extra brings: pip install {package}")
        self.package = package
        self.purpose = purpose
