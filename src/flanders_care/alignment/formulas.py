"""The formulas of scoring, one function each, with its source. All work on plain arrays and change nothing given."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np

__all__ = [
    "bm25_idf",
    "bm25_saturation",
    "contrast",
    "damped_count",
    "logistic",
    "mean_of_nearest",
    "secant",
    "share",
    "smooth_idf",
    "unit_lengths",
]

Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"


def damped_count(count: Array) -> Array:
    """Let a repeated word count less each time: `1 + ln(count)`.

    Source: C. Manning, P. Raghavan, H. Schütze, Introduction to Information Retrieval (2008), 6.4.1.

    Args:
        count: Counts, at least 1.
    """
    return np.asarray(1.0 + np.log(count))


def smooth_idf(frequency: Array, documents: int) -> Array:
    """Weigh a unit by its rarity: `ln((1 + N) / (1 + df)) + 1`, never 0.

    Source: Introduction to Information Retrieval, 6.2.1, with the smoothing of scikit-learn's `TfidfTransformer`.

    Args:
        frequency: In how many documents each unit stands.
        documents: Number of documents.
    """
    return np.asarray(np.log((1.0 + documents) / (1.0 + frequency)) + 1.0)


def bm25_idf(frequency: Array, documents: int) -> Array:
    """Weigh a term by its rarity: `ln(1 + (N - df + 0.5) / (df + 0.5))`, never below 0.

    Source: S. Robertson, H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), in Lucene's form.
    """
    return np.asarray(np.log(1.0 + (documents - frequency + 0.5) / (frequency + 0.5)))


def bm25_saturation(count: Array, length: Array, mean_length: float, k1: float, b: float) -> Array:
    """Let repeated terms saturate, sooner in long texts: `tf / (tf + k1 * (1 - b + b * length / mean))`, in 0..1.

    Source: as `bm25_idf`, without the constant factor `k1 + 1`, so that the value stays in 0..1.
    """
    return np.asarray(count / (count + k1 * (1.0 - b + b * length / mean_length)))


def unit_lengths(squares: Array) -> Array:
    """Return what to multiply rows with to give them Euclidean length 1; a row of zeros stays as it is."""
    return np.asarray(1.0 / np.sqrt(np.where(squares > 0, squares, 1.0)))


def mean_of_nearest(nearest: Array, count: Array) -> Array:
    """Return the mean likeness of a decision to its nearest sections: the sum over those kept, by how many are kept."""
    return np.asarray(nearest / np.maximum(count, 1))


def contrast(likeness: Array, elsewhere: Array, weight: float) -> Array:
    """Weigh likeness to what is asked against likeness to the rest: `likeness + weight * (likeness - elsewhere)`.

    A decision that resembles everything serves nothing in particular: it belongs to the promise that it serves better
    than the other promises. Source: the idea of log odds against a background, as in B. Monroe, M. Colaresi, K. Quinn,
    Fightin' Words (2008), on similarities.

    Args:
        likeness: Likeness to what is asked.
        elsewhere: Mean likeness to the nearest other sections.
        weight: 1 gives twice the likeness minus the mean.
    """
    return np.asarray(likeness + weight * (likeness - elsewhere))


def share(own: Array, others: Array, weight: float) -> Array:
    """Let the steps of one file share their evidence: `(1 - weight) * own + weight * mean over the file`."""
    return np.asarray((1.0 - weight) * own + weight * others)


def logistic(evidence: Array, intercept: float, slope: float) -> Array:
    """Map evidence to a chance in 0..1: `1 / (1 + exp(-(intercept + slope * evidence)))`, safe for any size."""
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * (intercept + slope * evidence))))


def secant(evidence: float, intercept: float, slope: float) -> float:
    """Return how much one unit of evidence adds to the score on the way from none to all of it.

    The slope of the chord of the logistic curve from 0 to `evidence`: it spreads the score over its parts so that they
    add up exactly, as Aumann-Shapley values of a function of one sum do (R. Aumann, L. Shapley, Values of Non-Atomic
    Games, 1974). At 0 the chord is the tangent.
    """
    base = float(logistic(np.asarray(0.0), intercept, slope))
    if abs(evidence) < 1e-9:
        return slope * base * (1.0 - base)
    return (float(logistic(np.asarray(evidence), intercept, slope)) - base) / evidence
