"""Which words a reader knows: those of the shipped list, and those that the text itself writes whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

import attrs

from flanders_care.dutch.text.wordlists import read_words
from flanders_care.regex import regex

_LETTER = r"[^\W\d_]"
_WORD = regex(rf"(?<![\w\-‑¬\xad/.@]){_LETTER}{{2,60}}(?![\w\-‑¬\xad@/])")
_HYPHENATED = regex(rf"(?<![\w\-]){_LETTER}{{1,40}}-{_LETTER}{{1,40}}(?![\w])")


@attrs.frozen(kw_only=True)
class Vocabulary:
    """The words known while one text is mended, all in lower case.

    Attributes:
        shipped: General words.
        own: How often the text itself writes a word whole, without a hyphen.
        hyphenated: How often the text itself writes two parts with a hyphen on one line.

    Example:
        >>> Vocabulary.of("een proeftuin", lexicon={"zorg"}).knows("proeftuin")
        True
    """

    shipped: Collection[str]
    own: Counter[str]
    hyphenated: Counter[str]
    firsts: frozenset[str]

    @classmethod
    def of(cls, text: str, lexicon: Collection[str] | None = None) -> Vocabulary:
        """Collect the words of a text beside a list.

        Args:
            text: The text to mend.
            lexicon: General words in lower case; the shipped list if not given.
        """
        hyphenated = Counter(map(str.lower, _HYPHENATED.findall(text)))
        return cls(
            shipped=read_words("dutch/text/words.txt") if lexicon is None else lexicon,
            own=Counter(map(str.lower, _WORD.findall(text))),
            hyphenated=hyphenated,
            firsts=frozenset(form.split("-")[0] for form in hyphenated),
        )

    def ships(self, word: str) -> bool:
        """Tell whether the general list holds the word."""
        return word in self.shipped

    def count(self, word: str) -> int:
        """Return how often the text itself writes the word whole."""
        return self.own[word]

    def knows(self, word: str) -> bool:
        """Tell whether the word is known at all."""
        return word in self.shipped or word in self.own

    def stands_alone(self, word: str) -> bool:
        """Tell whether the word stands by itself: in the list, or more than once in the text."""
        return word in self.shipped or self.own[word] > 1

    def is_compound(self, word: str) -> bool:
        """Tell whether the word is two words of the list written as one (``emissiebussen``)."""
        return any(word[:cut] in self.shipped and word[cut:] in self.shipped for cut in range(4, len(word) - 3))

    def takes_hyphen(self, part: str) -> bool:
        """Tell whether words that begin with this part keep a hyphen behind it (``niet-``, ``socio-``)."""
        return part in read_words("dutch/text/hyphen_parts.txt")

    def is_hyphenated(self, part: str) -> bool:
        """Tell whether the text writes a hyphen behind this part elsewhere."""
        return part in self.firsts

    def count_hyphenated(self, left: str, right: str) -> int:
        """Return how often the text writes the two parts with a hyphen on one line."""
        return self.hyphenated[f"{left}-{right}"]
