"""Claims to events and questions.

`regroup` decides it all at once; the names below are loaded on first use, since numpy and rapidfuzz
cost more to import than most commands take to run.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimtrack.matching.arrivals import place_claim, reach
    from claimtrack.matching.explaining import explain
    from claimtrack.matching.grouping import regroup
    from claimtrack.matching.judgements import check_judgement
    from claimtrack.matching.suggest import suggestions

__all__ = ["check_judgement", "explain", "place_claim", "reach", "regroup", "suggestions"]

_HOME = {
    "check_judgement": "judgements",
    "explain": "explaining",
    "place_claim": "arrivals",
    "reach": "arrivals",
    "regroup": "grouping",
    "suggestions": "suggest",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
