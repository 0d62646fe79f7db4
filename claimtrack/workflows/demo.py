"""The sample case: a night in January 2024, several voices, and figures that changed."""

import shutil
import tomllib
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

from claimtrack.errors import InputError
from claimtrack.exchange.formats import format_named
from claimtrack.model.documents import Document
from claimtrack.workflows.importing import import_file
from claimtrack.workflows.read import Given, read

CASE = "al_qaim"
BY = "demo"


def build(folder: Path) -> str:
    """Lay the sample case into a folder: its texts, its records, and a database made from them.

    Args:
        folder: Made if missing; must be empty.

    Returns:
        The path of the database.

    Raises:
        InputError: The folder has something in it, or cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        occupied = any(folder.iterdir())
    except OSError as error:
        raise InputError(
            f"{folder} cannot be used: {error.strerror}.", "Name another folder."
        ) from None
    if occupied:
        raise InputError(f"{folder} is not empty.", "Name a new or an empty folder.")
    with as_file(_fixtures()) as fixtures:
        for item in sorted(fixtures.iterdir()):
            if item.is_file():
                shutil.copyfile(item, folder / item.name)
    location = str(folder / "claimtrack.db")
    case = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
    for entry in case["document"]:
        described = Document(**{key: value for key, value in entry.items() if key != "file"})
        read(location, [str(folder / entry["file"])], Given(described), by=BY)
    import_file(location, str(folder / case["claims"]), format_named("jsonl"), by=BY)
    return location


def _fixtures() -> Traversable:
    """Where the fixtures lie: inside the wheel, or beside the package in a checkout."""
    inside = files("claimtrack") / "fixtures" / CASE
    if inside.is_dir():
        return inside
    return files("claimtrack") / ".." / "fixtures" / CASE
