"""The claims of one event to what may honestly be said of it.

`reconcile` is the entry; `RULES` names the rules for a question's preferred figure;
`origins_beside` tells whether others confirm one claim, which takes `CONFIRMING` of them.
"""

from claimtrack.reconciling.confirming import CONFIRMING, origins_beside
from claimtrack.reconciling.event import reconcile
from claimtrack.reconciling.figures import DEFAULT, RULES

__all__ = ["CONFIRMING", "DEFAULT", "RULES", "origins_beside", "reconcile"]
