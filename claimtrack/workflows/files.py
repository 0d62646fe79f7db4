"""Opening what a command was given to read, with errors a person can act on."""

import codecs
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from claimtrack.errors import InputError

STDIN = "-"
"""The path that stands for standard input."""

_SAMPLE = 1 << 16


@contextmanager
def open_text(path: str) -> Iterator[TextIO]:
    """Open a UTF-8 text file, or standard input for ``-``, for streaming.

    Line ends are kept as they are, so that offsets into the text stay true; a byte order mark is
    dropped. Decoding errors that surface while the caller reads become an InputError here.

    Args:
        path: The file's path, or ``-``.

    Yields:
        The text stream.

    Raises:
        InputError: There is no such file, it is a directory, cannot be read, is empty, is no
            text, or is text in another encoding than UTF-8.
    """
    with _open_bytes(path) as raw:
        head = raw.peek(_SAMPLE) if isinstance(raw, io.BufferedReader) else b""
        if not head and isinstance(raw, io.BufferedReader):
            raise InputError(f"{_named(path)} is empty.", "Give a file with something in it.")
        _refuse_other_encodings(path, head)
        text = io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
        try:
            yield text
        except UnicodeDecodeError as error:
            raise _not_utf8(path, bytes(error.object)) from None
        finally:
            text.detach()  # the bytes belong to _open_bytes, and stdin stays open


@contextmanager
def _open_bytes(path: str) -> Iterator[BinaryIO]:
    if path == STDIN:
        yield sys.stdin.buffer
        return
    try:
        opened = Path(path).open("rb")  # noqa: SIM115
    except FileNotFoundError:
        raise InputError(f"There is no file {path}.", "Check the path.") from None
    except IsADirectoryError:
        raise InputError(
            f"{path} is a directory.", f"Name the files in it, such as {path.rstrip('/')}/*.txt."
        ) from None
    except PermissionError:
        raise InputError(
            f"{path} may not be read.", "Ask its owner for the right to read it."
        ) from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be opened: {error}.", "Check the path.") from None
    with opened:
        yield opened


def _refuse_other_encodings(path: str, head: bytes) -> None:
    """Refuse at once what the first bytes give away: UTF-16 and UTF-32 marks, and binaries."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        raise _not_utf8(path, head)
    if b"\0" in head:
        raise InputError(
            f"{_named(path)} is a binary file, not text.",
            "Give plain text; save documents of word processors as text first.",
        )


def _not_utf8(path: str, content: bytes) -> InputError:
    """The error for text in another encoding, with the encoding that it seems to be in."""
    # imported here, since it takes longer than reading most files
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_SAMPLE]).best()
    if best is None or best.encoding in ("utf_8", "ascii"):
        return InputError(
            f"{_named(path)} is not UTF-8, nor any other encoding that can be recognised.",
            "Save it as UTF-8 text.",
        )
    found = codecs.lookup(best.encoding).name
    return InputError(
        f"{_named(path)} is not UTF-8; it looks like {found}.",
        f"Save it as UTF-8, for instance with `iconv -f {found} -t utf-8`.",
    )


def _named(path: str) -> str:
    return "Standard input" if path == STDIN else path
