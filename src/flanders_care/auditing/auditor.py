"""The audit of a report: does each claim say what the decisions that it cites say, and do these serve the section?

Four questions, each answered by what stands in the texts: does the claim tell of the agreement instead (`miscited`),
does it hedge (`hedged`), does it hold figures, names and dates that no cited decision holds (`unsupported_…`), do the
cited decisions carry out anything of the section (`weak_evidence`)? What none of these finds wanting is `supported`.
Only decisions whose text is known can show that something is absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs

from flanders_care.arguments import one_of
from flanders_care.auditing.case import Case
from flanders_care.auditing.evidence import content_words
from flanders_care.auditing.findings import Finding, FindingCode
from flanders_care.auditing.items import find_items, mask_marks
from flanders_care.auditing.relevance import Rarity, Relevance
from flanders_care.dutch.text.phrases import read_phrases
from flanders_care.model.claim import Claim
from flanders_care.model.commitment import Commitment
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision

#: Below this likeness the cited decisions carry out nothing of the section; see docs/explanation/audit.
_RELEVANT = 0.095
#: Below this share of the claim's words, by rarity, a rare term that it has from the agreement is reported as absent.
_SAYS_LITTLE = 0.4
#: A term is rare when at most so many of 1,000 decisions hold it.
_RARE = 3.0


def audit(corpus: Corpus) -> tuple[Finding, ...]:
    """Check the claims of reports against the decisions that they cite.

    Args:
        corpus: Reports with their claims, the sections of the agreement that they are about, and the decisions. A
            report alone holds only the titles of decisions: merge it with a dump of decisions first.

    Returns:
        For each claim its findings, the claims in the order of the corpus: at least one a claim that cites a decision
        of the corpus, none for the others.

    Example:
        >>> claim = Claim(id="c", text="Volgens het regeerakkoord komt er meer bos.", decision_ids=("d",))
        >>> found = audit(Corpus(claims=(claim,), decisions=(Decision(id="d", title="Subsidie Muntpunt"),)))
        >>> [str(finding.code) for finding in found]
        ['miscited']
    """
    desk = _Desk(corpus=one_of(Corpus, corpus, "corpus"))
    return tuple(finding for claim in corpus.claims for finding in desk.check(claim))


def _labels(text: str) -> dict[str, str]:
    """What a claim says of itself: by label the words that say it."""
    lines = [" ".join(line.split()) for line in text.lower().splitlines()]
    parts = [part for line in lines for part in (line, line.partition(": ")[2])]
    found: dict[str, str] = {}
    for row in read_phrases("auditing/audit_phrases.txt"):
        for part in parts:
            match = row.phrase.search(part)
            if match:
                found.setdefault(row.label, match[0])
    return found


@attrs.frozen(kw_only=True, eq=False, slots=False)
class _Desk:
    """A corpus laid out for checking: what is the same for many claims is worked out once."""

    corpus: Corpus

    @cached_property
    def _rarity(self) -> Rarity:
        return Rarity.among(self.corpus.decisions)

    @cached_property
    def _sections(self) -> Mapping[tuple[str, str], tuple[Commitment, ...]]:
        groups: dict[tuple[str, str], list[Commitment]] = {}
        for commitment in self.corpus.commitments:
            # a promise that the agreement and a report both hold is one record with a source in each
            for document in sorted({source.document_id for source in commitment.sources} or {""}):
                groups.setdefault((document, commitment.section or ""), []).append(commitment)
        return {key: tuple(group) for key, group in groups.items()}

    @cached_property
    def _measures(self) -> dict[tuple[str, ...], Relevance]:
        return {}

    def check(self, claim: Claim) -> list[Finding]:
        """All findings on one claim."""
        cited = [found for name in claim.decision_ids if isinstance(found := self.corpus.get(name), Decision)]
        if not cited:
            return []
        case = Case(claim=claim, cited=tuple(cited), section=self._section_of(claim))
        labels = _labels(mask_marks(case.raw))
        found = [*self._about_itself(case, labels), *self._absent(case)]
        if "agreement" not in labels:
            found.extend(self._weak(case, labels))
        found = found or list(self._borrowed(case)) or list(self._thin(case))
        if not found:
            message = "nothing in the cited decisions speaks against it"
            found = [case.finding(FindingCode.SUPPORTED, message, score=self._score(case), sources=case.nearest())]
        return found

    def _section_of(self, claim: Claim) -> tuple[Commitment, ...]:
        """The commitments of the section that the claim's report is about."""
        document = claim.sources[0].document_id if claim.sources else ""
        named = self._sections.get((document, claim.section or ""))
        if named:
            return named
        return tuple(c for (place, _), group in self._sections.items() if place == document for c in group)

    def _about_itself(self, case: Case, labels: Mapping[str, str]) -> Iterable[Finding]:
        if "agreement" in labels:
            message = f"tells what the agreement says (“{labels['agreement']}”): no decision can show that"
            yield case.finding(FindingCode.MISCITED, message, sources=case.nearest())
        if "hedged" in labels:
            yield case.finding(FindingCode.HEDGED, f"says itself that it is not sure: “{labels['hedged']}”")

    def _absent(self, case: Case) -> Iterable[Finding]:
        """Figures, dates and names of the claim that no cited decision holds."""
        if case.readable:
            for item in find_items(case.raw):
                if not case.evidence.holds(item):
                    yield case.absent(FindingCode(f"unsupported_{item.kind}"), item.quote, item.start)

    def _borrowed(self, case: Case) -> Iterable[Finding]:
        """The rarest term that the claim has from the agreement and not from the decisions: a wish told as done."""
        if not case.readable or self._share(case) >= _SAYS_LITTLE:
            return
        wished = {stem for commitment in case.section for stem in content_words(commitment.text)}
        terms = [head for head in case.lacking() if head in wished and self._rarity.per_thousand(head) <= _RARE]
        if terms:
            rarest = min(terms, key=lambda head: (self._rarity.per_thousand(head), -len(head), head))
            yield case.absent(FindingCode.UNSUPPORTED_NAME, *case.place_of(rarest))

    def _thin(self, case: Case) -> Iterable[Finding]:
        """A claim of which the cited decisions hold little, without one term to point at."""
        if case.readable and (share := self._share(case)) < _SAYS_LITTLE:
            reason = f"the cited decisions hold little of what the claim says ({share:.0%} of its words)"
            yield case.finding(FindingCode.WEAK_EVIDENCE, reason, score=self._score(case), sources=case.nearest())

    def _share(self, case: Case) -> float:
        """The share of the claim's words that the cited decisions hold, rare words counting more, in 0..1."""
        weights = {head: self._rarity.weight(head) for head in case.words}
        whole = sum(weights.values())
        lacking = sum(weights[head] for head in case.lacking())
        return 1.0 - lacking / whole if whole > 0 else 1.0

    def _weak(self, case: Case, labels: Mapping[str, str]) -> Iterable[Finding]:
        score = self._score(case)
        if "hedged" in labels or "outside" in labels:
            words = labels.get("outside") or labels["hedged"]
            reason = f"the claim itself does not tie the cited decisions to the section: “{words}”"
        elif score is not None and score < _RELEVANT:
            reason = f"the cited decisions seem to carry out nothing of the section (likeness {score:.2f})"
        else:
            return
        yield case.finding(FindingCode.WEAK_EVIDENCE, reason, score=score, sources=case.nearest())

    def _score(self, case: Case) -> float | None:
        """How near the cited decisions are to the section; `None` without one."""
        if not case.section:
            return None
        key = tuple(commitment.id for commitment in case.section)
        if key not in self._measures:
            self._measures[key] = Relevance(case.section, self._rarity)
        return self._measures[key](case.cited)
