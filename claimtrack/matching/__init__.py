"""Claims to events and questions.

`regroup` decides it all at once, `settle` a part around what changed. The names below are loaded on
first use, since numpy and rapidfuzz cost more to import than most commands take to run.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimtrack.matching.arrivals import settle
    from claimtrack.matching.completing import nearest_names
    from claimtrack.matching.explaining import explain
    from claimtrack.matching.grouping import regroup
    from claimtrack.matching.judgements import check_judgement
    from claimtrack.matching.location import (
        alike_names,
        keys_of_name,
        like_name,
        located,
        meaning_keys,
        rules,
        sought_anywhere,
    )
    from claimtrack.matching.readings import reading_of
    from claimtrack.matching.sources import likely_source, likely_sources
    from claimtrack.matching.texts import telling_words

__all__ = [
    "alike_names",
    "check_judgement",
    "explain",
    "keys_of_name",
    "like_name",
    "likely_source",
    "likely_sources",
    "located",
    "meaning_keys",
    "nearest_names",
    "reading_of",
    "regroup",
    "rules",
    "settle",
    "sought_anywhere",
    "telling_words",
]

_HOME = {
    "alike_names": "location",
    "keys_of_name": "location",
    "like_name": "location",
    "check_judgement": "judgements",
    "explain": "explaining",
    "likely_source": "sources",
    "likely_sources": "sources",
    "located": "location",
    "meaning_keys": "location",
    "nearest_names": "completing",
    "reading_of": "readings",
    "regroup": "grouping",
    "rules": "location",
    "settle": "arrivals",
    "sought_anywhere": "location",
    "telling_words": "texts",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
