"""The forms of English words: plurals of nouns, and what verbs turn into."""


def plural_of(noun: str) -> str:
    """The regular plural of a noun or of a phrase's last word (``fatality``: ``fatalities``)."""
    irregular = {"person": "people", "man": "men", "woman": "women", "child": "children",
                 "life": "lives", "life lost": "lives lost", "aircraft": "aircraft"}  # fmt: skip
    if noun in irregular:
        return irregular[noun]
    for single, many in (("woman", "women"), ("man", "men"), ("wife", "wives")):
        if noun.endswith(single):
            return noun.removesuffix(single) + many
    head, of, rest = noun.partition(" of ")
    if of:
        return plural_of(head) + of + rest
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun if noun.endswith("s") and not noun.endswith("ss") else noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def forms_of(verb: str) -> dict[str, tuple[str, ...]]:
    """The forms of a verb as the lexicon writes it.

    Args:
        verb: ``kill``, or with its irregular forms ``slay:slew:slain:slaying``. A phrase is
            inflected at its first word.

    Returns:
        ``base``, ``present``, ``past`` (participle included) and ``gerund``, each with its forms.
    """
    base, *irregular = verb.split(":")
    head, _, rest = base.partition(" ")
    tail = f" {rest}" if rest else ""
    if head in ("be", "have"):
        present = {"be": "is", "have": "has"}[head]
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        present = head[:-1] + "ies"
    elif head.endswith(("s", "sh", "ch", "x", "o")):
        present = head + "es"
    else:
        present = head + "s"
    if irregular:
        past, participle, gerund = irregular
        return {
            "base": (base,), "present": (present + tail,),
            "past": tuple(dict.fromkeys((past, participle))), "gerund": (gerund,),
        }  # fmt: skip
    stem = head[:-1] if head.endswith("e") else head
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        past_head = head[:-1] + "ied"
    else:
        past_head = stem + "ed"
    if head == "be":
        past_head, stem = "was", "be"
    return {
        "base": (base,), "present": (present + tail,),
        "past": (past_head + tail,), "gerund": (stem + "ing" + tail,),
    }  # fmt: skip
