"""Constructions, one sentence each."""

import pytest

from claimtrack.model.claims import Claim
from claimtrack.model.documents import Document
from claimtrack.reading import read


def read_text(text: str) -> list[Claim]:
    return read(Document(text=text, published="2024-05-15"))


def figures(text: str) -> set[tuple[str, int | None, int | None]]:
    return {
        (c.kind, c.quantity.low, c.quantity.high) for c in read_text(text) if c.quantity is not None
    }


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("Twelve miners were killed when a shaft gave way.", "killed", 12, 12),
        ("At least 12 people have died in the floods.", "killed", 12, None),
        ("The blast killed more than 30 people.", "killed", 31, None),
        ("A truck hit a wall, killing its driver and wounding two others.", "injured", 2, 2),
        ("Up to 40 villagers may have drowned.", "killed", None, 40),
        ("Three dead in a fire at a hotel.", "killed", 3, 3),
        ("Officials confirmed 14 deaths.", "killed", 14, 14),
        ("The death toll rose to 31.", "killed", 31, 31),
        ("The fire led to the deaths of six people.", "killed", 6, 6),
        ("The crash left 11 people injured.", "injured", 11, 11),
        ("No one was hurt in the fire.", "injured", 0, 0),
        ("Nine people remain missing after the ferry sank.", "missing", 9, 9),
        ("Around 70 residents were told to leave their homes.", "displaced", 70, 70),
        ("Police arrested nine suspects after the attack.", "detained", 9, 9),
        ("Gunmen abducted 20 pupils.", "abducted", 20, 20),
        ("Rescuers saved 15 people from the river.", "rescued", 15, 15),
        ("The ferry sank with 300 people on board.", "aboard", 300, 300),
        ("There are some 2,500 troops in the north.", "troops", 2500, 2500),
        ("The army shot down a drone.", "shot_down", 1, 1),
        ("The rebels fired 12 rockets at the town.", "munitions", 12, 12),
        ("The town has seen three air strikes.", "attacks", 3, 3),
        ("The raid consisted of strikes against three facilities.", "facilities_hit", 3, 3),
        ("The storm destroyed 200 houses.", "damage", 200, 200),
        ("Four prisoners are still at large.", "at_large", 4, 4),
        ("We are treating 212 patients for cholera.", "ill", 212, 212),
        ("Also killed were two nurses.", "killed", 2, 2),
        ("A man was found shot dead in his car.", "killed", 1, 1),
        ("He killed his wife.", "killed", 1, 1),
    ],
)
def test_each_construction_finds_its_figure(
    text: str, kind: str, low: int | None, high: int | None
) -> None:
    assert (kind, low, high) in figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "The 34-year-old man walked home at 4:15 p.m. on 12 May 2024.",
        "How many were killed is not known.",
        "The attack could kill 300 people, he warned.",
        "If 12 people were killed, we would know.",
        "Were 12 people killed?",
        "Every year 40,000 people are killed on the roads.",
        "The goal killed the game.",
        "The firm killed off two products.",
        "He did not kill his wife.",
    ],
)
def test_what_looks_like_a_claim_and_is_none_is_left_alone(text: str) -> None:
    assert not {kind for kind, _, _ in figures(text)} & {"killed", "injured"}


def test_a_part_is_counted_in_a_scope_of_its_own() -> None:
    claims = read_text("The quake killed 27 people, among them five children.")
    assert [(c.quantity.low, c.scope) for c in claims if c.quantity] == [
        (27, None),
        (5, "children"),
    ]


def test_a_part_of_those_killed_is_counted_under_its_whole_name() -> None:
    claims = read_text("The quake killed 27 people. 23 of those killed were women and children.")
    assert [(c.kind, c.quantity.low, c.scope) for c in claims if c.quantity] == [
        ("killed", 27, None),
        ("killed", 23, "women and children"),
    ]


def test_lists_of_groups_are_claims_each_with_its_scope() -> None:
    claims = read_text("Three Tunisians and three Algerians were killed.")
    assert {c.scope for c in claims if c.kind == "killed"} == {"Tunisians", "Algerians"}


def test_two_persons_told_one_by_one_in_a_list_are_one_claim_of_two() -> None:
    claims = read_text("A 34-year-old man and a 61-year-old woman were pronounced dead.")
    assert [c.quantity.low for c in claims if c.quantity] == [2]
    assert claims[0].persons == ("A 34-year-old man", "a 61-year-old woman")


def test_the_figure_that_is_replaced_becomes_a_claim_with_its_cue() -> None:
    claims = read_text("The ministry revised the death toll to 137, down from 143.")
    assert {(c.quantity.low, c.revision_cue) for c in claims if c.quantity} == {
        (137, "down"), (143, "previous"),
    }  # fmt: skip


def test_a_correction_keeps_both_figures() -> None:
    claims = read_text("Eleven people drowned, not 21.")
    assert {(c.quantity.low, c.revision_cue) for c in claims if c.quantity} == {
        (11, "correction"), (21, "withdrawn"),
    }  # fmt: skip


def test_the_same_kind_elsewhere_is_found_without_its_noun() -> None:
    claims = read_text("Two people were killed in Oran and three in Blida.")
    assert {(c.quantity.low, c.place) for c in claims if c.quantity} == {(2, "Oran"), (3, "Blida")}


def test_hedges_are_kept_verbatim() -> None:
    claims = read_text("Up to 60 people may have been swept away.")
    assert claims[0].hedge == "may"
