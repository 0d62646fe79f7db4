"""Constructions: how a sentence ties a number or a person to a kind of event.

Each construction is one named regular expression over the tags of `items`, tried from every item
that can begin it. The shape follows cascaded finite-state extraction (Hobbs et al. 1997, FASTUS):
phrases first, then patterns over phrases. Repetitions are bounded, so the cost stays linear.
"""

import re
from typing import NamedTuple

_LIST = r"[Ppn](?:c[Ppn]){0,12}(?:c?a[Ppn])?"


_THINGS = r"T(?:cT){0,8}(?:c?a[TP])?"


_AUX = r"[vmrxt]{0,4}b[bvmrxt]{0,4}"
_PERFECT = r"(?:b[rx]{0,2}tv)?"
"""``are feared to have``"""
# what may stand between a subject and its verb: phrases with prepositions, asides in commas


_GAP = (
    r"(?:[iofu][NnpPTazoiCM]{1,8}?|c[^c]{1,16}c|\([^)]{1,8}\)|D[^D]{1,16}D|N|S|(?<![ioua]p)(?<=p)c(?=[vmrxbI])"
    r"|o[Nn]{1,3}c|w[^cw:s]{0,14}?|[KL][iof][^csbw:]{1,10}?){0,2}?"
)


GENERAL = frozenset({"people", "persons", "person", "others", "victims", "more", ""})
"""Heads of counted phrases that mean everyone."""


_NO_KIND = r"(?![KLSCU])"
_STOP = r"(?=[icafDw):(sxtbvm]|No|$)"


class Construction(NamedTuple):
    """One named pattern: the tags it may begin with, the pattern, and the roles its verb plays.

    Groups: ``q`` what is counted, ``k`` the kind word, ``k2`` a second one with the same subject.
    """

    name: str
    starts: str
    pattern: re.Pattern[str]
    roles: frozenset[str]


def _construction(name: str, starts: str, pattern: str, *roles: str) -> Construction:
    return Construction(name, starts, re.compile(pattern), frozenset(roles))


_TAIL = r"(?:[^PpnhTcsw:]{0,7}c?a[vmrxb]{0,3}(?P<k2>[KLSI]))?"


CONSTRUCTIONS = (
    _construction(
        "passive", "PpnhQ", rf"(?P<q>{_LIST}|[hQ]){_GAP}{_AUX}(?P<k>[KL]){_TAIL}", "past", "passive"
    ),
    _construction("passive", "T", rf"(?P<q>{_THINGS}){_GAP}{_AUX}(?P<k>[KL])", "past", "passive"),
    _construction(
        "intransitive", "PpnhTQ",
        rf"(?P<q>{_LIST}|{_THINGS}|[hQ]){_GAP}{_PERFECT}[vmrx]{{0,3}}(?P<k>[IJ]){_TAIL}",
        "did", "does",
    ),
    _construction(
        "intransitive", "PT",
        rf"(?P<q>P|T){_GAP}(?:[vmrx]{{0,3}}(?P<k>[K])|b[vmrx]{{0,2}}(?P<k3>[H]))",
        "did", "doing",
    ),
    _construction(
        "shared", "Pphn",
        rf"(?P<q>{_LIST}|h)[bvmNKG][^:s]{{1,18}}?(?:c?[aw])[vm]{{0,2}}(?P<k>I)", "did",
    ),
    _construction("borne", "PpnhQ", rf"(?P<q>{_LIST}|[hQ]){_GAP}[vmx]{{0,3}}(?P<k>W)", "bear"),
    _construction(
        "state", "PpnhTQ",
        rf"(?P<q>{_LIST}|[hTQ]){_GAP}[vmxbr]{{0,4}}[br][xbrt]{{0,3}}N?(?:i[NnT]{{1,2}}){{0,2}}(?P<k>[SKL]){_TAIL}",
        "state", "passive", "past",
    ),
    _construction(
        "active", "KVG",
        rf"(?P<k>[KVG])(?P<q>{_LIST}|{_THINGS}|[hQ])(?![bvmrSIJs]|[KL](?!i)|{_GAP}{_AUX}[KL])",
        "past", "present", "gerund",
    ),
    _construction("active", "NCT", r"[NCT](?P<k>B)(?P<q>[PT])", "base"),
    _construction("active", "X", rf"(?P<k>X)c?a(?P<q>{_LIST})", "self"),
    _construction(
        "verbless", "PTQ", rf"(?P<q>{_LIST}|[TQ])r?(?P<k>[KL]){_STOP}", "past", "passive"
    ),
    _construction("verbless", "p", rf"(?P<q>{_LIST})(?P<k>[KL])(?=[iDf)]|$)", "past", "passive"),
    _construction("verbless", "PpQ", rf"(?P<q>{_LIST}|Q)c?r?(?P<k>S)", "state"),
    _construction("verbless", "nh", r"(?P<q>[nh])(?P<k>S)", "state"),
    _construction(
        "inverted", "KSL", rf"(?P<k>[KSL])(?:b|:)(?P<q>{_LIST})", "past", "passive", "state"
    ),
    _construction("left", "l", rf"l(?P<q>{_LIST}|h)(?P<k>[SKL])", "state", "past", "passive"),
    _construction("count", "PQ", r"(?P<q>[PQ])(?P<k>[CU])", "noun", "bare"),
    _construction("count", "P", r"(?P<q>P)[CU]c?a(?P<k>[CU])", "noun", "bare"),
    _construction("count", "P", r"(?P<q>P)P(?P<k>C)", "noun"),
    _construction("count", "P", r"(?P<q>P)N(?P<k>C)", "noun"),
    _construction("count", "P", r"(?P<q>P)oN?(?P<k>[C])", "noun"),
    _construction("put", "s", r"sN{0,2}(?P<k>[SKCL])i(?P<q>P)", "state", "past", "noun", "passive"),
    _construction("nominal", "MCG", rf"(?P<k>[MCG])o(?P<q>{_LIST}|h)", "nominal"),
    _construction("nominal", "pn", r"(?P<q>[pn])z(?P<k>[CMG])", "nominal"),
    _construction(
        "toll", "O", rf"(?P<k>O)[^Pwm]{{0,16}}?(?:fPt)?(?P<q>P){_NO_KIND}", "toll"
    ),
    _construction(
        "toll", "O",
        rf"O[^PQDwm]{{0,6}}?(?P<k>[KSLICU])[^PQw:m]{{0,10}}?[tiw](?:fPt)?(?P<q>P){_NO_KIND}",
        "past", "passive", "state", "did", "noun",
    ),
    _construction("toll", "t", r"t(?P<q>P)N?(?P<k>O)", "toll"),
    _construction(
        "toll", "t", r"t(?P<q>P)N?O[^PQDwm]{0,4}?(?P<k>[KSLIC])", "past", "passive", "state", "did"
    ),
    _construction("shared", "Pp", rf"(?P<q>{_LIST})[^:s]{{1,18}}?wb(?P<k>[KL])", "past", "passive"),
    _construction("agent", "Y", r"(?P<k>Y)(?P<q>[TP])", "agent"),
    _construction("reflexive", "pnh", r"(?P<q>[pnh])[^:]{0,30}?(?P<k>X)", "self"),
    _construction("bare", "uGe", r"(?:[uG]|eb)(?P<k>U)(?:c?a(?P<k2>U))?", "bare"),
)  # fmt: skip
