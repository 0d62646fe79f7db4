"""Writes claimtrack/matching/lexicon/rarity.toml: how telling each word of a report is.

A word is worth the logarithm of one over the share of incidents whose reports use it, counted over
incidents and not over articles, so that a name that every paper repeats stays rare. Words of one
incident only are left out: a word that the table does not know is the rarest.

The table in the package was made from the 358 articles about 170 shootings of the Gun Violence
Corpus (Vossen et al. 2018) whose incidents are known: counts of words, no sentence.

Usage: ``python -m tests.bench.fit_rarity DOCS.jsonl GOLD.json``, the gold being
``{"documents": {id: incident}}``.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

import claimtrack.matching
from claimtrack.matching.words import words_of

LEVELS = 8
"""Grades of rarity; finer ones made no difference."""


def main(documents: str, gold: str) -> None:
    """Count, grade and write."""
    incident = json.loads(Path(gold).read_text(encoding="utf-8"))["documents"]
    used: dict[str, set[str]] = defaultdict(set)
    for line in Path(documents).read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        used[incident[article["id"]]].update(words_of(f"{article['title']}. {article['text']}"))
    count = Counter(word for words in used.values() for word in words if word[0].isalpha())
    rarest = math.log(len(used) / 1.5)
    grades: dict[int, list[str]] = defaultdict(list)
    for word, n in count.items():
        if n > 1 and len(word) > 2:
            worth = max(0.0, math.log(len(used) / (n + 0.5))) / rarest
            grades[min(LEVELS - 1, int(worth * LEVELS))].append(word)
    lines = [
        "# How telling the words of reports are: grade n of 8 is worth n/8, a word not listed 1.",
        "# Made by tests/bench/fit_rarity.py, which says from what.",
        "",
    ]
    for grade in sorted(grades):
        lines += [f'grade{grade} = """', *_wrapped(sorted(grades[grade])), '"""', ""]
    target = Path(claimtrack.matching.__file__).parent / "lexicon" / "rarity.toml"
    target.write_text("\n".join(lines), encoding="utf-8")


def _wrapped(words: list[str]) -> list[str]:
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 98:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*lines, line]


if __name__ == "__main__":
    main(*sys.argv[1:3])
