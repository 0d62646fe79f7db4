"""Towns that share a word, and spellings of towns of several words."""

import numpy as np
import pytest

from claimtrack.matching import regroup
from claimtrack.matching.names import LEAST, Names
from claimtrack.matching.normalise import fold_place
from tests.matching.rows import events, row

APART = """
Jurf al-Sakhr/Jurf al-Nasr  Khan Younis/Khan Sheikhoun  San Salvador/San Miguel
New York/New Orleans  New York/New Jersey  Beit Hanoun/Beit Lahia  Bayt Hanun/Beit Lahiya
Beit Lahia/Beit Jala  Tall Afar/Tall Abyad  Tell Rifaat/Tall Abyad  Deir Hafer/Deir ez-Zor
Deir al-Balah/Deir ez-Zor  Abu Ghraib/Abu Kamal  Umm Qasr/Umm Durman  Port Sudan/Port Said
Ras al-Ayn/Ras Lanuf  Kafr Zita/Kafr Nabl  Kafr Takharim/Kafr Nabl  San Jose/San Juan
Santa Ana/Santa Anita  Santa Cruz/Santa Fe  Saint Louis/St Paul  Fort Worth/Fort Hood
Las Vegas/Las Cruces  Los Angeles/Los Alamos  Nizhny Novgorod/Veliky Novgorod
Novi Sad/Novi Pazar  Bani Walid/Bani Suhaila  Dera Ismail Khan/Dera Ghazi Khan
Rio Negro/Rio Branco  Puerto Rico/Puerto Cabello  Mount Vernon/Mount Pleasant
Cape Town/Cape Coast  Grand Rapids/Grand Forks  Kfar Aza/Kfar Saba  Camp 1/Camp 2
Shahr-e Kord/Shahr-e Rey  Krasny Liman/Krasny Luch  Wadi Barada/Wadi Hadramawt
North Darfur/South Darfur  Nord-Kivu/South Kivu  Northern Gaza/Southern Gaza
East Jerusalem/West Jerusalem  North Waziristan/South Waziristan  Upper Galilee/Lower Galilee
"""
SAME = """
Khan Younis/Khan Yunus  Khan Sheikhoun/Khan Shaykhun  Khan Sheikhun/Khan Shaikhoun
Beit Hanoun/Bayt Hanun  Beit Lahia/Beit Lahiya  Deir ez-Zor/Deir al-Zour
Deir ez-Zor/Dayr az-Zawr  Deir Ezzor/Deir ez-Zor  Jurf al-Sakhr/Jurf as-Sakhar
Jurf al-Sakhr/Jurf al Sakher  Abu Ghraib/Abu Ghurayb  Ras al-Ayn/Ras al-Ain
Tall Afar/Tal Afar  Tal Afar/Tel Afar  Tell Abyad/Tall Abiad  San Salvador/San Salvadór
North Kivu/Nord-Kivu  Sud-Kivu/South Kivu  Northern Gaza/North Gaza
Nizhny Novgorod/Nizhniy Novgorod  Saint Petersburg/St Petersburg  Umm Qasr/Um Qasr
Dera Ismail Khan/Dera Ismael Khan  Kafr Nabl/Kafranbel  Shahr-e Kord/Shahrekord
Bani Suhaila/Bani Suheila  Sidi Bouzid/Sidi Bou Zid  Port-au-Prince/Port au Prince
Gonbad-e Kavus/Gonbad Qabus  Wah Cantonment/Wah Cantonement  Rostov-on-Don/Rostov na Donu
Lahore/Laore  Abuja/Abuya  Awasa/Hawassa  Kharkiv/Charkiv  Jimma/Gimma  Alqaim/al-Qaim
"""


def pairs(text: str) -> list[list[str]]:
    return [pair.split("/") for line in text.split("\n") for pair in line.split("  ") if pair]


def likeness(one: str, other: str) -> float:
    names = Names([fold_place(one), fold_place(other)])
    return float(names.likeness(np.array([0]), np.array([1]))[0])


@pytest.mark.parametrize(("one", "other"), pairs(APART))
def test_towns_that_share_a_word_are_apart_when_all_else_agrees(one: str, other: str) -> None:
    quotes = [f"An airstrike hit a market in {place}, police said." for place in (one, other)]
    claims = [row(1, one, quote=quotes[0]), row(2, other, quote=quotes[1])]
    assert likeness(one, other) < LEAST
    assert events(regroup(claims, next_event=1, next_question=1)) == [{1}, {2}]


@pytest.mark.parametrize(("one", "other"), pairs(SAME))
def test_spellings_of_a_name_of_several_words_are_alike(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.65
