"""One claim on the desk: its words, the decisions that it cites, and the places to point at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property

import attrs

from flanders_care.auditing.evidence import Evidence, content_words
from flanders_care.auditing.findings import Finding, FindingCode
from flanders_care.auditing.items import mask_marks
from flanders_care.dutch.text.sentences import split_sentences
from flanders_care.dutch.text.wordlists import read_lines
from flanders_care.dutch.text.words import find_forms
from flanders_care.model.claim import Claim
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision, decision_document
from flanders_care.provenance import Source


@cache
def _report_words() -> frozenset[str]:
    return frozenset(content_words("\n".join(read_lines("auditing/report_words.txt"))))


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Case:
    """A claim with what is needed to judge it.

    Attributes:
        claim: The claim.
        cited: The decisions that it cites, as far as the corpus holds them; at least one.
        section: The commitments of the section that its report is about.
    """

    claim: Claim
    cited: tuple[Decision, ...]
    section: tuple[Commitment, ...]

    @property
    def raw(self) -> str:
        """The claim as it stands in its report."""
        return self.claim.sources[0].quote if self.claim.sources else self.claim.text

    @cached_property
    def text(self) -> str:
        """The claim without marks."""
        return " ".join(mask_marks(self.raw).split())

    @cached_property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """The words that carry the claim's subject: no words of reports in general."""
        return {head: parts for head, parts in content_words(self.text).items() if head not in _report_words()}

    @cached_property
    def evidence(self) -> Evidence:
        """What the cited decisions hold."""
        return Evidence.of(self.cited)

    @property
    def readable(self) -> bool:
        """Whether the text of a cited decision is known, not its title alone."""
        return any(decision.text.strip() for decision in self.cited)

    def lacking(self) -> list[str]:
        """The stems of the words that no cited decision holds."""
        return [head for head, parts in self.words.items() if not self.evidence.has_word(head, parts)]

    def finding(
        self, code: FindingCode, message: str, *, score: float | None = None, sources: Iterable[Source] = ()
    ) -> Finding:
        """Make a finding that points at the whole claim, and at what else is given."""
        return Finding(
            claim_id=self.claim.id,
            code=code,
            message=message,
            score=score,
            decision_ids=tuple(decision.id for decision in self.cited),
            sources=(*self.claim.sources[:1], *sources),
        )

    def absent(self, code: FindingCode, quote: str, start: int) -> Finding:
        """Make a finding that points at exactly the words that are absent."""
        titles = "; ".join(f"“{decision.title or decision.id}”" for decision in self.cited[:3])
        message = f"“{quote}” stands in no cited decision ({titles}{'…' if len(self.cited) > 3 else ''})"
        whole = self.claim.sources[:1]
        at = start + whole[0].start if whole else start
        place = tuple(attrs.evolve(source, start=at, end=at + len(quote), quote=quote) for source in whole)
        return attrs.evolve(self.finding(code, message), missing=quote, sources=place)

    def place_of(self, head: str) -> tuple[str, int]:
        """Find the word of the claim with this stem, and where it begins."""
        for form in find_forms(mask_marks(self.raw)):
            if head in content_words(form.form):
                return self.raw[form.start : form.end], form.start
        return self.raw, 0

    def nearest(self) -> tuple[Source, ...]:
        """The sentence that shares most words with the claim, of the cited decision that has it."""
        best: tuple[float, Source] | None = None
        for decision in self.cited:
            document = decision_document(decision)
            for start, end in split_sentences(document.text):
                shared = self._shared(document.text[start:end])
                if shared and (best is None or shared > best[0]):
                    best = (shared, document.source(start, end))
        return () if best is None else (best[1],)

    def _shared(self, sentence: str) -> float:
        """How many words of the claim a sentence holds; of two with as many the shorter says it more plainly."""
        stems = content_words(sentence)
        shared = sum(1 for head in self.words if head in stems)
        return shared - len(stems) / 10_000 if shared else 0.0
