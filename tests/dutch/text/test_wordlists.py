"""Word lists: every one says where it comes from."""

from __future__ import annotations

import pytest

from flanders_care.dutch.names.table import read_table, split_atoms
from flanders_care.dutch.text.wordlists import read_group, read_lines, read_text, read_words
from flanders_care.model.actor import ActorKind
from flanders_care.model.programme import ProgrammeKind

OWN = (
    "dutch/text/abbreviations.txt",
    "dutch/names/actors.tsv",
    "dutch/dates/counted_nouns.txt",
    "dutch/text/finite_verbs.txt",
    "dutch/text/hyphen_parts.txt",
    "dutch/names/name_heads.tsv",
    "dutch/names/no_names.txt",
    "dutch/names/programmes.tsv",
    "dutch/promises/promise_cues.tsv",
    "dutch/text/sentence_openers.txt",
    "dutch/text/word_groups.txt",
    "dutch/text/words.txt",
)


@pytest.mark.parametrize("name", OWN)
def test_a_list_says_its_source(name: str) -> None:
    """The first lines of every list are comments, and one of them names the source."""
    text = read_text(name)
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert text.startswith("#")
    assert any("Source" in line for line in comments)


@pytest.mark.parametrize(
    "name",
    [
        "dutch/text/sentence_openers.txt",
        "dutch/text/words.txt",
        "dutch/text/hyphen_parts.txt",
        "dutch/dates/counted_nouns.txt",
    ],
)
def test_entries_stand_once(name: str) -> None:
    """No list repeats itself."""
    lines = read_lines(name)
    assert len(lines) == len(set(lines)) == len(read_words(name))


def test_the_word_list_is_compact() -> None:
    """The shipped vocabulary stays below 300 kB and holds words in small letters."""
    assert len(read_text("dutch/text/words.txt").encode()) < 300_000
    assert all(word == word.lower() for word in read_lines("dutch/text/words.txt"))


def test_a_group_has_its_words() -> None:
    """A group may stand on several lines; an unknown group is a KeyError."""
    assert {"in", "tegen", "begroting"} <= read_group("year cues")
    with pytest.raises(KeyError):
        read_group("no such group")


@pytest.mark.parametrize(
    ("name", "least", "kinds"),
    [("dutch/names/actors.tsv", 250, ActorKind), ("dutch/names/programmes.tsv", 150, ProgrammeKind)],
)
def test_tables_of_names_are_sound(name: str, least: int, kinds: type[ActorKind] | type[ProgrammeKind]) -> None:
    """Every name has a kind of the model, and no spelling stands for two names."""
    entries = read_table(name).entries
    assert len(entries) >= least
    owner: dict[str, str] = {}
    for entry in entries:
        assert kinds(entry.kind)
        for spelling in (entry.name, *entry.aliases):
            key = "".join(atom.key for atom in split_atoms(spelling))
            assert owner.setdefault(key, entry.name) == entry.name, spelling
