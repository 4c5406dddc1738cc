"""Agreement of annotators: against scikit-learn, the worked example of Krippendorff, and the laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.alignment.measuring.annotators import krippendorff_alpha, weighted_kappa
from flanders_care.errors import InvalidValueError

PAIRS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=20)


@given(PAIRS, st.sampled_from([1, 2]))
def test_kappa_is_that_of_an_independent_implementation(pairs: list[tuple[int, int]], power: int) -> None:
    """Weighted kappa is the one that scikit-learn computes."""
    metrics = pytest.importorskip("sklearn.metrics")
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    found = weighted_kappa(first, second, power=power)
    if len({*first, *second}) == 1:
        assert found is None
        return
    name = "linear" if power == 1 else "quadratic"
    assert found == pytest.approx(metrics.cohen_kappa_score(first, second, labels=[0, 1, 2, 3], weights=name))


def test_kappa_needs_the_same_items() -> None:
    """Grades of different numbers of items are an error."""
    with pytest.raises(InvalidValueError, match="same items"):
        weighted_kappa([1], [1, 2])


def test_alpha_of_the_published_example() -> None:
    """Four observers and twelve units of Krippendorff (2011), section C: ordinal alpha is 0.815."""
    none = None
    observers = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
        [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
    ]
    assert krippendorff_alpha(zip(*observers, strict=True)) == pytest.approx(0.815, abs=0.001)


@given(PAIRS)
def test_alpha_is_at_most_one_and_does_not_depend_on_the_order(pairs: list[tuple[int, int]]) -> None:
    """Full agreement is 1, and neither items nor annotators have an order."""
    found = krippendorff_alpha(pairs)
    assert found is None or found <= 1
    turned = krippendorff_alpha([(b, a) for a, b in reversed(pairs)])
    assert turned == (None if found is None else pytest.approx(found))


def test_alpha_of_nothing_is_none() -> None:
    """No items with two grades, or one grade only: nothing to disagree about."""
    assert krippendorff_alpha([]) is None
    assert krippendorff_alpha([(1, None)]) is None
    assert krippendorff_alpha([(1, 1), (1, 1)]) is None
