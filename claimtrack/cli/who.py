"""Who is at the keyboard: kept with every action."""

import getpass
import os
import shutil
import subprocess


def person(named: str | None) -> str:
    """The person to write into the journal.

    Args:
        named: What ``--by`` says.

    Returns:
        ``--by``, else ``$CLAIMTRACK_USER``, else git's ``user.name``, else the system's user name.
    """
    candidates = (named, os.environ.get("CLAIMTRACK_USER"))
    stated = next((name.strip() for name in candidates if name and name.strip()), None)
    return stated or _name_in_git() or _name_in_system()


def _name_in_git() -> str | None:
    git = shutil.which("git")
    if git is None:
        return None
    asked = subprocess.run(
        [git, "config", "--get", "user.name"], capture_output=True, text=True, check=False
    )
    return asked.stdout.strip() or None


def _name_in_system() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user in the system's list, as in many containers
        return "unknown"
