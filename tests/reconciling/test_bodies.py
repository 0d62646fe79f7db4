from collections.abc import Mapping
from dataclasses import replace

import pytest

from claimtrack.model.documents import Document
from claimtrack.reconciling.bodies import Bodies, Voice
from tests.reconciling.making import said


def voices(*names: str, aliases: Mapping[str, str] | None = None) -> list[Voice]:
    claims = [said(name, 1) for name in names]
    bodies = Bodies(claims, aliases)
    return [bodies.voice(claim, claim.claimants[0]) for claim in claims]


def bodies_of(*names: str) -> list[str]:
    return [voice.body for voice in voices(*names)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Hashed", "the hashed"),
        ("the Hashed", "Hashed al-Shaabi"),
        ("the ministry", "Gaza Health Ministry"),
        ("Gaza Ministry of Health", "Gaza's health ministry"),
        ("MSF", "Médecins Sans Frontières"),
        ("the RSF", "Rapid Support Forces"),
        ("EMERCOM of Russia", "Russian Ministry of Emergency Situations (EMERCOM)"),
        ("COGTA Lesk", "Lesk Department of Cooperative Affairs (COGTA)"),
        ("WHO", "World Health Organization"),
        ("Coastal Rescue Team (KRT)", "KRT"),
        ("Police", "Maui Police Department"),
        ("OCHA", "UN OCHA"),
        ("DPS", "Texas Department of Public Safety"),
        ("Sheriff Jane Doe", "Clark County Sheriff Jane Doe"),
        ("a statement by the Hashed", "the Hashed"),
        ("A Hashed statement", "Hashed"),
        ("Governor Jane Doe", "Jane Doe"),
        ("Port Town police chief Jane Ann Doe", "Jane Ann"),
        ("Port Town police chief Jane Ann Doe", "Jane"),
        ("Islamic Resistance", "Islamic Resistance in Iraq"),
        ("health ministry spokesman", "the health ministry"),
        ("Interior Minister John Doe", "interior ministry"),
        ("an official of the interior ministry", "Interior ministry official"),
        ("Jane Doe, the ministry's spokeswoman", "Health Ministry"),
        ("the ministry's spokeswoman, Jane Doe", "Health Ministry"),
        ("Jane Doe, chief of Northgate fire station", "Northgate fire chief Jane Doe"),
        ("Jane Doe, sheriff of the Merton Police Department", "Sheriff Jane Doe"),
        ("John Roe, Merton Chief Secretary", "Merton Chief Secretary"),
        ("Brigadier General Jane Doe of the Coastguard", "Brigadier General Jane Doe"),
        ("Colonel Doe", "Army spokesman Colonel Jane Doe"),
        ("Lakeland's Health Ministry", "Lakelandese Ministry of Health"),
        ("Peruvian Ministry of Health", "Ministry of Health of Peru"),
        ("Ministry of Railways", "Railway Ministry"),
        ("Hamas-run health ministry", "Gaza Health Ministry"),
        ("the Syrian army", "Syrian Armed Forces"),
        ("Merton County Sheriff's Office", "Merton County Sheriff"),
        ("Gen. Jane Doe, Pentagon", "Pentagon spokesman John Roe"),
        ("Gov. Jane Doe, Freedonia", "Governor of Freedonia"),
        ("Merton mayor Abdulmenam al-Doe", "Mayor Abdel-Moneim al-Doe"),
        ("Zobe Rescue Committee", "Jane Doe, chair of the Zoobe Rescue Committee"),
        ("LRS rebels", "LRS"),
        ("Merian chief executive Jane Doe", "Merian"),
        ("Jane Doe, adviser to the Merton administration", "Jane Doe"),
        ("Freedonian state TV", "Freedonian state television"),
        ("Merton state health department", "Merton Health Department"),
        ("Merton health department", "Merton Department of Health and Hospitals"),
        ("Merton Chief Secretary Jane Doe", "Government of Merton"),
        ("Interior Cabinet Secretary Jane Doe", "Lakeland's interior ministry"),
        ("Gov. Jane Doe", "Governor's office"),
        ("Merton Parish Coroner Dr. Jane Doe", "Merton Parish coroner"),
        ("King County medical examiner", "King County Medical Examiner's Office"),
        ("John Roe, spokesman for Chief Minister Jane Doe", "Jane Doe, chief minister of Merton"),
        ("Northgate city government", "Northgate Metropolitan Government"),
        ("state security service KRS", "KRS"),
        ("Port Town mayor Jane Doe", "Port Town city council"),
        ("Jane Doe, mayor of Port Town", "Municipality of Port Town"),
        ("Mayor Jane Doe of Port Town", "Port Town Municipality"),
        ("Jane Doe, mayor of Clark County", "Clark County"),
        ("Kherson governor Jan Doe", "Kherson Regional Military Administration"),
        ("Var prefect Jean Doe", "Préfecture du Var"),
        ("Jane Doe, Merton prefect's office", "Merton prefecture"),
        ("Chief Constable Jane Doe", "Merton Police"),
        ("Merton Police Deputy Chief Constable John Roe", "Merton Police"),
        ("Jane Doe, chief constable of Merton", "Merton Police"),
        ("Assistant Commissioner John Roe, Merton Police", "Merton Police"),
        ("Brig. Gen. Jane Doe, US Eastern Command", "U.S. Eastern Command (EASTCOM)"),
        ("Captain Jane Doe, MPD", "Merton Police Department"),
        ("Deputy Transport Minister Jane Doe", "Transport Ministry"),
        ("Jane Doe, minister of health", "Ministry of Public Health (Lebanon)"),
        ("Merton district administrator Jane Doe", "Merton district administration"),
        ("Freedonian Army control room", "Freedonian army"),
        ("Corpo de Bombeiros Militar de Minas Gerais", "Minas Gerais fire brigade"),
        ("Vigili del Fuoco", "the fire brigade"),
        ("Protezione Civile", "Civil Protection Department"),
        ("Croissant-Rouge tunisien", "Tunisian Red Crescent"),
        ("Ministère de l'Intérieur (Maroc)", "Morocco's interior ministry"),
        ("Ministério da Saúde", "Brazil's Health Ministry"),
        ("Sağlık Bakanlığı", "Turkish Health Ministry"),
        ("Azərbaycan Baş Prokurorluğu", "Azerbaijan's Prosecutor General's Office"),
        ("香港消防處", "Hong Kong Fire Department"),
        ("熊本県警", "Kumamoto prefectural police"),
        ("BPBD Sumbar", "West Sumatra BPBD"),
        ("Defesa Civil do RS", "Rio Grande do Sul Civil Defence"),
        ("Upland state prosecutor's office", "Upland prosecutor's office"),
        ("Deputy Prime Minister Jan al-Doe", "Jan Doe"),
        ("Rowan Hotel Group", "Rowan"),
        ("وزارة الصحة", "Health Ministry"),
        ("Міністерство оборони України", "Ukrainian Ministry of Defence"),
        ("Guardia Costiera", "Italian coast guard"),
        ("Parquet de Merton", "Merton prosecutor's office"),
        ("Prosecutor General Jane Doe", "Uzbek Prosecutor General's Office"),
        ("Gobierno de España", "Spain's central government"),
        ("South Korean Interior Ministry", "Ministry of the Interior and Safety"),
        ("Prefettura di Genova", "Genoa prefecture"),
        ("Integrated Coordination Centre (Cecopi)", "Cecopi"),
        ("Freedonian Civil Defence (White Hats)", "White Hats"),
        ("Freedonian rail operator Ferrovia", "Ferrovia"),
        ("Merton PD", "Merton Police Department"),
        ("Chief Minister Jane Doe of Upland", "Upland chief minister's office"),
        ("Sheriff Jane Doe of Clark County", "Clark County Sheriff's Office"),
        ("Ferrovia (Brazil)", "Ferrovia"),
        ("Prime Minister Jane Doe", "the prime minister's office"),
        ("Doctors Without Borders", "Médecins Sans Frontières"),
        ("Ärzte ohne Grenzen", "MSF"),
        ("Scotland Yard", "Metropolitan Police Commissioner Sir John Roe"),
        ("the UN mission in Afghanistan", "UNAMA"),
        ("the White Helmets", "Syrian Civil Defence"),
        ("Merton Football Club", "Merton FC"),
        ("Europe Programme with Africa", "EPA"),
        ("KRT executive director Jane Doe", "KRT"),
        ("Jane Doe, secretary general of the Lakeland Red Cross", "Lakeland Red Cross"),
        ("Lakeland's Defence Headquarters", "Defence Headquarters spokesman Jane Doe"),
        ("rebel Northern Brigade", "Northern Brigade"),
        ("US embassy", "US embassy in Syria"),
        ("the group", "Group A"),
        ("Congo's health ministry", "Democratic Republic of the Congo health ministry"),
        ("Mayor Mohamed Doe", "Mayor Muhammad Doe"),
        ("Information Minister Jane Doe, Freedonian government", "Freedonian government"),
        ("Guyanese Information Minister Jane Doe", "Guyanese government"),
        ("Iran's Minister of Information", "Iranian government"),
        ("Merton Emergency Administration", "emergency authorities in Merton"),
        ("Upland regional government", "Upland government"),
        ("Upland municipal government", "Upland government"),
        ("Merton Fire Service", "Merton Fire Service and Civil Defence"),
        ("Merton airport", "Merton International Airport"),
        ("Upland DPS", "Upland Department of Public Safety"),
        ("Wagner", "Wagner Group"),
        ("Генеральная прокуратура Азербайджана", "Azerbaijan's Prosecutor General's Office"),
        ("Rowan", "Rowan Linhas Aéreas"),
        ("Gardaí", "Garda Síochána"),
        ("Instituto Nacional de Migración", "National Migration Institute"),
        ("autoridades de Port Town", "Port Town authorities"),
        ("Comisión de los Derechos Humanos", "Human Rights Commission"),
        ("Jane Doe, vice-minister, Ministry of Civil Affairs", "Ministry of Civil Affairs"),
        ("Jane Doe, mayor, Port Town", "Port Town municipality"),
        ("Civil Surgeon Jane Doe", "Port Town Civil Surgeon Jane Anne Doe"),
        ("Jane A. Doe", "Governor Jane Doe"),
        ("Минобороны", "Ministry of Defence"),
        ("губернатор Белгородской области", "Belgorod governor"),
        ("прокуратура Дагестана", "Dagestan prosecutor's office"),
        ("Національна поліція України", "National Police of Ukraine"),
        ("وزارة الصحة في غزة", "Gaza Health Ministry"),
        ("الهلال الأحمر الفلسطيني", "Palestinian Red Crescent"),
        ("Ελληνική Αστυνομία", "Greek police"),
        ("משרד הבריאות", "Health Ministry"),
        ("Państwowa Straż Pożarna", "State Fire Service"),
        ("Ministarstvo unutrašnjih poslova", "Interior Ministry"),
        ("Deutsches Rotes Kreuz", "German Red Cross"),
        ("Kızılay", "Turkish Red Crescent"),
        ("Fuerza Aérea", "Air Force"),
        ("Ministerio Público", "Public Prosecutor's Office"),
        ("Home Secretary Jane Doe", "Home Office"),
        ("the PM's office", "Prime Minister's spokesman"),
        ("Élysée", "French presidency"),
        ("MSF coordinator Jane Doe", "Doctors Without Borders"),
        ("Director de Protección Civil, Juan Doe", "Civil Protection director Juan Doe"),
        ("procureur de la République", "Public Prosecutor"),
        ("Kızılay sözcüsü", "Turkish Red Crescent"),
        ("Gouvernement provincial du Sud-Kivu", "South Kivu provincial government"),
        ("Kepala Basarnas Jane Doe", "Badan SAR Nasional"),
        ("熱海市", "Atami city"),
        ("mairie d'Atami", "Atami city"),
        ("لجنة أطباء السودان المركزية", "Central Committee of Sudan Doctors"),
        ("1st Lt. Jane Doe, US-led coalition", "US-led coalition"),
        ("Office of Chief Medical Examiner, New York City", "New York City medical examiner"),
        ("Ahmed Jalil Doe, health minister", "health minister Ahmad Jaleel Doe"),
        ("Jane Doe, Attorney General of Freedonia", "Freedonia Attorney General's Office"),
        ("Jane Doe, vice-president of the Rowan Line", "Rowan Line"),
        ("Maj. Gen. Jane Ann Doe, Relief Commissioner", "Jane Ann Doe, Relief Commissioner"),
    ],
)
def test_names_of_one_body_are_one_source(one: str, other: str) -> None:
    first, second = voices(one, other)
    assert first.body == second.body
    assert first.slug == second.slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gaza", "Gaza Health Ministry"),
        ("Israel", "Israel Katz"),
        ("interior ministry", "interior ministry official"),
        ("Colombo police", "Maui police"),
        ("Hamas", "Hamas media office"),
        ("Maui County", "Maui Police Department"),
        ("US", "US military"),
        ("UN", "UN OCHA"),
        ("Health Ministry", "former Health Minister Jane Doe"),
        ("former Health Minister Jane Doe", "Health Minister Jane Doe"),
        ("Lebanese health ministry", "Syrian health ministry"),
        ("Governor Jane Doe", "Governor John Doe"),
        ("Israel", "Defence Minister Israel Katz"),
        ("Port Town governor", "Port Town mayor"),
        ("Kharkiv City Council", "Kharkiv regional administration"),
        ("Prime Minister Jane Doe", "Prime Minister John Roe"),
        ("Deputy Prime Minister Jane Doe", "Prime Minister's Office"),
        ("Sheriff Jane Doe", "Sheriff John Roe"),
        ("Austrian police", "Australian police"),
        ("Niger police", "Nigerian police"),
        ("North Korean army", "South Korean army"),
        ("Haitian Red Cross", "American Red Cross"),
        ("Captain Jane Doe, MD", "Captain John Roe, MD"),
        ("National Fire Agency", "Northgate fire station"),
        ("the government", "anti-government militia"),
        ("the government", "pro-government militia"),
        ("the government", "the shadow government"),
        ("the army", "the rebel army"),
        ("the army", "army rebels"),
        ("the army", "critics of the army"),
        ("the army", "army deserters"),
        ("Lakeland army", "Free Lakeland Army"),
        ("Northern Brigades", "Northern Brigades dissidents"),
        ("the Northern Brigades", "opponents of the Northern Brigades"),
        ("health ministry", "rebel health ministry"),
        ("health ministry", "rebel-run health ministry"),
        ("Lebanese Interior Ministry", "opposition Ministry of the Interior and Safety"),
        ("the party", "the opposition party"),
        ("the hospital", "patients of the hospital"),
        ("Merton police", "families of the Merton police"),
        ("Merton police", "Merton police watchdog"),
        ("RSF", "anti-Rapid Support Forces"),
        ("Democratic Republic of the Congo army", "Republic of the Congo army"),
        ("Guinea army", "Guinea-Bissau army"),
        ("Chinese army", "Republic of China army"),
        ("Syrian embassy", "US embassy in Syria"),
        ("Israeli military", "US military in Israel"),
        ("York police", "New York police"),
        ("Irish police", "Northern Ireland police"),
        ("Mayor Ali Hassan", "Mayor Ali Hussein"),
        ("Mayor Jan Jansen", "Mayor Jan Jensen"),
        ("Mayor Jan Peters", "Mayor Jan Petersen"),
        ("Imam Hassan Hospital", "Imam Hussein Hospital"),
        ("Group A", "Group B"),
        ("Group A", "Group Y"),
        ("Brigade 1", "Brigade 11"),
        ("Division I", "Division II"),
        ("the presidency", "the government"),
        ("Jane Doe, president of France", "John Roe, president of the Red Cross"),
        ("DR Congo health ministry", "Republic of the Congo health ministry"),
    ],
)
def test_names_of_different_bodies_stay_apart(one: str, other: str) -> None:
    first, second = bodies_of(one, other)
    assert first != second


def test_a_short_name_that_fits_two_bodies_joins_neither() -> None:
    assert len(set(bodies_of("the ministry", "Health Ministry", "Interior Ministry"))) == 3


def test_the_ministry_that_names_its_country_is_none_where_two_countries_could_be_meant() -> None:
    local = "Ministry of the Interior and Safety"
    assert len(set(bodies_of(local, "Korean Interior Ministry"))) == 1
    assert len(set(bodies_of(local, "Korean Interior Ministry", "French Interior Ministry"))) == 3


@pytest.mark.parametrize("people", ["Peruvian nationals", "Peruvians"])
def test_a_body_that_counts_the_people_of_its_country_abroad_is_not_the_one_at_home(
    people: str,
) -> None:
    claims = [
        said("Ministry of the Interior and Safety", 150),
        said("Peruvian Interior Ministry", 2, scope=people),
    ]
    bodies = Bodies(claims)
    assert len({bodies.voice(claim, claim.claimants[0]).body for claim in claims}) == 2


def test_two_mayors_speak_for_two_towns_and_a_mayor_without_one_for_whom_the_name_tells() -> None:
    port, county, alone = bodies_of(
        "Port Town Mayor John Roe", "Clark County Mayor Jane Doe", "Mayor Jane Doe"
    )
    assert alone == county != port


def test_a_source_inside_a_body_is_a_source_of_its_own_that_points_to_it() -> None:
    body, inside = voices("Hashed al-Shaabi", "a source in the Hashed")
    assert inside.body != body.body
    assert inside.inside == body.body
    assert inside.slug == "source-in-the-hashed"


def test_an_acronym_that_two_full_names_bear_in_brackets_joins_them() -> None:
    assert (
        len(set(bodies_of("KRS", "State Security (KRS)", "Freedonian security service KRS"))) == 1
    )


def test_nameless_people_of_a_body_that_speaks_are_inside_it() -> None:
    claims = [
        said("Northern Movement spokesman Jane Doe", 1),
        said("senior Northern Movement officials", 2, anonymous=True),
    ]
    bodies = Bodies(claims)
    body, inside = (bodies.voice(claim, claim.claimants[0]) for claim in claims)
    assert inside.body != body.body
    assert inside.inside == body.body


def test_a_source_inside_a_body_that_does_not_speak_points_to_nothing() -> None:
    (alone,) = voices("Militia sources")
    assert alone.inside is None


def test_nameless_speakers_of_two_outlets_are_two_sources_under_one_slug() -> None:
    claims = [said("Local officials", 1, via=(v,), anonymous=True) for v in ("AFP", "AP")]
    bodies = Bodies(claims)
    first, second = (bodies.voice(claim, "Local officials") for claim in claims)
    assert first.body != second.body
    assert first.slug == second.slug == "local-officials"


def test_an_article_in_its_own_voice_speaks_for_its_publisher() -> None:
    claims = [said("(article)", 1, publisher="AP"), said("AP", 1), said("(article)", 1)]
    bodies = Bodies(claims)
    own, named, nobody = (bodies.voice(claim, claim.claimants[0]) for claim in claims)
    assert own.body == named.body
    assert own.slug == "ap"
    assert nobody.slug == "article"


def test_two_texts_of_unknown_publishers_are_two_sources() -> None:
    claims = [
        replace(said("(article)", 1), document=Document(title=title)) for title in ("One", "Two")
    ]
    bodies = Bodies(claims)
    assert len({bodies.voice(claim, "(article)").body for claim in claims}) == 2


def test_a_stored_alias_joins_what_no_rule_could() -> None:
    first, second = voices(
        "Popular Mobilisation Forces",
        "the Hashed",
        aliases={"popular-mobilisation-forces": "hashed"},
    )
    assert first.body == second.body
    assert second.slug == first.slug == "hashed"


def test_an_alias_means_the_body_that_speaks_under_that_name_and_none_like_it() -> None:
    squad, first, second = voices("the squad", "Group A", "Group B", aliases={"squad": "group-a"})
    assert squad.body == first.body != second.body
    assert squad.label == "Group A"


def test_parts_of_one_body_share_its_origin_whether_or_not_it_speaks() -> None:
    parts = {"brigade-13": "army-corps", "brigade-15": "army-corps", "army-corps": "land-force"}
    claims = [said("Brigade 13", 1), said("Brigade 15", 1), said("the mayor", 1)]
    for more in ([], [said("the Army Corps", 2)], [said("the Land Force", 3)]):
        every = [*claims, *more]
        bodies = Bodies(every, None, parts)
        voices = [bodies.voice(claim, claim.claimants[0]) for claim in every]
        assert len({voice.body for voice in voices}) == len(every)
        assert len({voice.root for voice in voices}) == 2


def test_what_is_told_of_a_part_holds_for_all_its_names() -> None:
    claims = [said("Brigade 13", 1), said("Brigade 13 spokesman Jan Doe", 1), said("the Hashed", 1)]
    bodies = Bodies(claims, {"brigade-13": "thirteenth"}, {"thirteenth": "hashed"})
    roots = [bodies.voice(claim, claim.claimants[0]).root for claim in (claims[0], claims[2])]
    assert len(set(roots)) == 1


def test_a_name_may_stand_for_two_that_another_name_shows_to_be_one() -> None:
    office, whole, holder = bodies_of(
        "Prosecutor General's Office",
        "Prosecutor General's Office of Uzbekistan",
        "Prosecutor General Jan Doe",
    )
    assert office == whole == holder


def test_letters_of_a_whole_name_go_before_those_of_the_end_of_one() -> None:
    names = ("LNP", "Lesk National Police", "Port Lesk Nautical Park")
    first, full, other = bodies_of(*names)
    assert first == full != other


def test_letters_that_two_bodies_end_in_join_none() -> None:
    for one, other in (("Dallas PD", "Houston PD"), ("Third NGO", "Fourth NGO")):
        first, second = bodies_of(one, other)
        assert first != second
    first, short, second = bodies_of("Merton MOH", "MOH", "Lesk MOH")
    assert len({first, short, second}) == 3


def test_a_body_keeps_its_other_names_when_people_name_another() -> None:
    names = ("Gaza Health Ministry", "the ministry", "Jane Doe, Gaza Health Ministry spokeswoman")
    aliases = {"gaza-health-ministry": "hamas-government"}
    found = voices(*names, "Hamas government", aliases=aliases)
    assert len({voice.body for voice in found}) == 1
    assert {voice.label for voice in found} == {"Hamas government"}


def test_what_people_have_told_of_a_name_goes_before_its_shape() -> None:
    aliases = {"ministry": "gaza-health-ministry"}
    ministry, interior = voices("the ministry", "Interior Ministry", aliases=aliases)
    assert ministry.body != interior.body


def test_a_person_told_with_a_body_that_no_word_tells_to_be_one_speaks_for_it() -> None:
    first, *others = bodies_of("Rowan", "Jan Doe, Rowan", "Rowan president Jane Roe")
    assert set(others) == {first}
    country, president = bodies_of("Malta", "Malta president Jane Roe")
    assert country != president
