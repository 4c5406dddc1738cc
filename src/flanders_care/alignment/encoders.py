"""Room for other engines: anything that turns texts into vectors can be counted in."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any, Protocol, runtime_checkable

import attrs
import numpy as np

from flanders_care.errors import InvalidValueError, MissingPackageError
from flanders_care.fields import text_field
from flanders_care.vectors import Array, unit_lengths


@runtime_checkable
class Encoder(Protocol):
    """Turns texts into vectors. It must be deterministic, and picklable if the index is to be pickled."""

    @property
    def name(self) -> str:
        """Name and version; receipts show it."""
        ...

    def encode(self, texts: Sequence[str]) -> Any:
        """Return one vector of numbers for each text, all of one length."""
        ...


def encode_rows(encoder: Encoder, texts: Sequence[str]) -> Array:
    """Encode texts to vectors of length 1, so that their product is the cosine.

    Args:
        encoder: Any encoder.
        texts: The texts; a blank text becomes zeros.

    Returns:
        Texts by dimensions.

    Raises:
        InvalidValueError: If the encoder does not give one vector of finite numbers for each text.
    """
    filled = [number for number, text in enumerate(texts) if text.strip()]
    vectors = np.asarray(encoder.encode([texts[number] for number in filled]), dtype=np.float64) if filled else None
    if vectors is None:
        return np.zeros((len(texts), 1))
    if vectors.ndim != 2 or len(vectors) != len(filled) or not np.isfinite(vectors).all():
        raise InvalidValueError(f"Encoder {encoder.name}: needs a vector of finite numbers for each of the texts")
    rows = np.zeros((len(texts), vectors.shape[1]))
    rows[filled] = vectors * unit_lengths((vectors**2).sum(axis=1))[:, None]
    return rows


@attrs.frozen(kw_only=True)
class SentenceTransformersEncoder:
    """Adapter for a model of the sentence-transformers package, which is loaded when it is first needed.

    Attributes:
        model: Name or path of the model. The package downloads models that it does not have; a path never does.
    """

    model: str = attrs.field(validator=text_field)
    _loaded: list[Any] = attrs.field(factory=list[Any], init=False, eq=False, repr=False)

    @property
    def name(self) -> str:
        """Name and model."""
        return f"sentence-transformers {self.model}"

    def encode(self, texts: Sequence[str]) -> Any:
        """Encode texts with the model.

        Raises:
            MissingPackageError: If sentence-transformers is not installed.
        """
        if not self._loaded:
            try:
                package: Any = importlib.import_module("sentence_transformers")
            except ImportError as error:
                raise MissingPackageError("sentence-transformers", "encoding texts with a model") from error
            self._loaded.append(package.SentenceTransformer(self.model))
        return self._loaded[0].encode(list(texts))
