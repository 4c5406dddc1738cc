"""Study a whole legislature: how many promises have a decision, a final one, money; and what its reports are worth.

Usage: `python tools/legislature_study.py CORPUS [--threshold SCORE]`. CORPUS is a folder with `agreement/` (sections as
text), `decisions.jsonl` and `adherence_reports/`; `FLANDERS_CARE_CORPUS` is taken where it is not given. Prints
Markdown. The same study on a small sample, step by step: docs/tutorials/legislature-study.md.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from flanders_care.auditing.auditor import audit
from flanders_care.auditing.findings import Finding
from flanders_care.loading import load
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Step
from flanders_care.trails.following import follow
from flanders_care.trails.records import Trail, Trails

ROOT = Path(__file__).resolve().parents[1]
DECIDED = (Step.FINAL, Step.RATIFICATION, Step.AWARD)
SHOWN = 10


def main() -> None:
    """Read the corpus, follow every firm promise, audit every report, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", nargs="?", default=os.environ.get("FLANDERS_CARE_CORPUS", ROOT / "../shared/corpus"))
    parser.add_argument("--threshold", type=float, default=None, help="score in 0..1 from which on a decision counts")
    asked = parser.parse_args()
    folder = Path(asked.corpus)
    agreement, decisions = load(folder / "agreement").corpus, load(folder / "decisions.jsonl").corpus
    firm = [c for c in agreement.commitments if c.kind is None or c.kind.firm]
    trails = follow(firm, decisions.decisions, threshold=asked.threshold, background=agreement.commitments)
    print_trails(trails)
    if (folder / "adherence_reports").is_dir():
        reports = load(folder / "adherence_reports").corpus | decisions
        print_audit(reports, audit(reports))


def print_trails(trails: Trails) -> None:
    """Count promises with a decision, a final one and money, for each part of the agreement."""
    print(f"Looked {trails.search}.\n")
    print("| part | promises | with a decision | decided finally | with money | without decision |")
    print("|---|---|---|---|---|---|")
    parts: dict[str, list[Trail]] = {}
    for trail in trails:
        parts.setdefault(_part(trail), []).append(trail)
    for part in sorted(parts):
        print(_row(part, parts[part]))
    print(_row("**all**", trails))
    print(f"\n{len(trails.without_promise)} dossiers with money serve none of these promises at this threshold.")
    against = [note for note in trails.diagnostics if note.code == "against-promise"]
    print(f"\n{len(against)} decisions may go against a promise; a person must judge. The first {SHOWN}:\n")
    for note in against[:SHOWN]:
        print(f"- {note.message}")


def _part(trail: Trail) -> str:
    source = trail.commitment.sources[0].document_id if trail.commitment.sources else ""
    return source.split("___")[1].strip("_ ").replace("_", " ") if "___" in source else source


def _row(name: str, trails: Iterable[Trail]) -> str:
    rows = list(trails)
    found = [trail for trail in rows if not trail.empty]
    decided = sum(trail.step in DECIDED for trail in found)
    money = sum(trail.total.amount is not None for trail in found)
    return f"| {name} | {len(rows)} | {len(found)} | {decided} | {money} | {len(rows) - len(found)} |"


def print_audit(corpus: Corpus, findings: Sequence[Finding]) -> None:
    """Count the claims of reports by what was found, and show some of each kind."""
    claims = {finding.claim_id for finding in findings}
    doubtful = {finding.claim_id for finding in findings if finding.doubtful}
    print(f"\n{len(claims)} claims cite a decision of the corpus; about {len(doubtful)} of them something was found.\n")
    print("| finding | claims |\n|---|---|")
    by_code = Counter(str(code) for code in {(f.claim_id, f.code): f.code for f in findings}.values())
    for code, count in by_code.most_common():
        print(f"| `{code}` | {count} |")
    for code in sorted(by_code):
        print(f"\n### {code}\n")
        for finding in [f for f in findings if f.code == code][:SHOWN]:
            claim = corpus[finding.claim_id]
            print(f"- “{claim.text}” ({claim.sources[0].document_id}): {finding.message}")


if __name__ == "__main__":
    main()
