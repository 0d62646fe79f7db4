"""Records as JSON text: one line each when written, nothing but JSON when read."""

import json
import re
from json.encoder import encode_basestring as quoted
from typing import Any

__all__ = ["in_one_line", "json_line", "parse_json", "quoted"]

_LINE_END = re.compile("[\x85\u2028\u2029]")
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
# What is written is made for it and holds no circles; to look for them takes an eighth of the time.
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False)


def json_line(value: object) -> str:
    r"""A value as one line of JSON.

    Letters of every script stay as they are. The three characters that JSON allows inside a text
    but that some tools take for the end of a line (U+0085, U+2028, U+2029) are escaped, so that a
    record stays one line for everybody.

    Args:
        value: JSON-ready data.

    Returns:
        JSON text without a line break.

    Raises:
        ValueError: A number is not finite, which JSON cannot say.
    """
    return in_one_line(_ENCODER.encode(value))


def in_one_line(text: str) -> str:
    """A JSON text with the three characters escaped that may pass for the end of a line.

    Args:
        text: JSON text without a line break, as `quoted` makes it of texts.
    """
    return text if text.isascii() else _LINE_END.sub(_escaped, text)


def _escaped(character: re.Match[str]) -> str:
    return f"\\u{ord(character[0]):04x}"


def parse_json(text: str) -> Any:
    """The value that a JSON text stands for.

    Stricter than Python's own reader where that would let something through that no other tool
    could store: numbers that are not finite, and halves of surrogate pairs, which are no
    characters. A field that an object names twice is refused, since either value could be meant.

    Args:
        text: A whole JSON text.

    Returns:
        Dicts, lists, texts, numbers, booleans and None.

    Raises:
        ValueError: The text is not JSON, or one of the above; the message completes a sentence
            that starts with the place.
    """
    try:
        value = _DECODER.decode(text)
    except _RefusedError:
        raise
    except json.JSONDecodeError as error:
        place = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}"
        raise _RefusedError(f"is not JSON: {error.msg} at {place}") from None
    except RecursionError:
        raise _RefusedError("is nested too deeply") from None
    except ValueError:  # Python's own limit on the digits of a whole number
        raise _RefusedError("holds a number with thousands of digits") from None
    if _HALF.search(text):  # halves may make a whole, so what they made is looked at
        _refuse_half_characters(_ENCODER.encode(value))
    _refuse_half_characters(text)
    return value


class _RefusedError(ValueError):
    """A text that `parse_json` refuses; its message is meant for the reader."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    named = dict(pairs)
    if len(named) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _RefusedError(f"names {twice!r} twice")
    return named


def _refuse_constant(name: str) -> None:
    raise _RefusedError(f"holds {name}, which is not a number that JSON knows")


def _refuse_half_characters(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        half = ascii(text[error.start])
        raise _RefusedError(f"holds {half}, half of a surrogate pair and no character") from None


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_refuse_constant)
