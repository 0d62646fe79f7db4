"""The claims of one event to what may honestly be said of it.

`reconcile` is the entry; `RULES` names the rules for a question's preferred figure.
"""

from claimtrack.reconciling.event import reconcile
from claimtrack.reconciling.figures import DEFAULT, RULES

__all__ = ["DEFAULT", "RULES", "reconcile"]
