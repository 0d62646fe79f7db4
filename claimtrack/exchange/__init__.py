"""Claim records in and out, one file per format behind one small interface."""

from claimtrack.exchange.formats import FORMATS, format_named, format_of
from claimtrack.exchange.interface import Format, Row

__all__ = ["FORMATS", "Format", "Row", "format_named", "format_of"]
