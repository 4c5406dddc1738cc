"""What a sum is, by rules that have names."""

from __future__ import annotations

import pytest

from flanders_care.dutch.money.mentions import read_amounts


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("De Vlaamse Regering kent 600.000 euro subsidie toe aan vzw Familiehulp.", "granted"),
        ("De Vlaamse Regering kent een bijkomend loonkrediet toe van 596.000 euro in 2023.", "budget"),
        ("Voor deze oproep wordt 10 miljoen euro vrijgemaakt.", "budget"),
        ("Ze keurt de reservering goed van 38 miljoen euro uit het Vlaams Klimaatfonds.", "budget"),
        ("De Vlaamse Regering beslist tot herverdeling van 860.000 euro vanuit de provisie.", "transferred"),
        ("Hiervoor wordt 9 miljoen euro herverdeeld vanuit de coronaprovisie.", "transferred"),
        ("Ze betaalt een voorschot van 2 miljoen euro.", "advance"),
        ("Het gevraagde steunbedrag was 29 miljoen euro.", "requested"),
        ("De totale kostprijs wordt geraamd op 258 miljoen euro.", "cost"),
        ("Bolder Industries zal bijna 70 miljoen euro investeren in een fabriek.", "cost"),
        ("Van deze investeringen werd EUR 2,926 miljard gedaan door bedrijven.", "cost"),
        ("Ondernemingen kunnen maximaal 200.000 euro subsidie ontvangen.", "norm"),
        ("een maximum van 3 miljoen euro per project", "norm"),
        ("De premie bedraagt 5.000 euro voor nieuwe wagens.", "norm"),
        ("De drempel ligt op 250.000 euro subsidieerbare kosten.", "norm"),
        ("leningen die meer dan 250.000 euro bedragen", "norm"),
        ("Het project eindigde met een overschot van 612.000 euro.", "income"),
        (
            "Ze keurt de financieringsovereenkomst met de Europese Investeringsbank goed voor 100 miljoen euro.",
            "income",
        ),
        ("Ze volgt het advies om de 612.000 euro terug te vorderen.", "income"),
        ("De Vlaamse Regering keurt het plan goed. In 2018 kende ze 287.000 euro subsidie toe.", "reference"),
        ("De Vlaamse Regering keurt dit goed. Ze heeft in 2018 en 2019 25 miljoen euro geïnvesteerd.", "reference"),
        ("De Vlaamse Regering wil deze regeerperiode voor 3 miljard euro investeren.", "reference"),
        ("De Vlaamse Regering beslist dit. 84 miljoen euro blijft gereserveerd voor riolering.", "reference"),
        ("Eind vorig jaar kende de Vlaamse Regering 1,35 miljoen euro subsidie toe.", "reference"),
        ("PMV heeft aanvaard om voor leningen van maximaal 150.000 euro de interest te verlagen.", "norm"),
        ("De omzet bereikte een recordhoogte van 45,7 miljard euro.", "cost"),
        ("Dit cijfer haalde 45,7 miljard euro.", "reference"),
        ("De Vlaamse Regering hecht haar goedkeuring aan het selectiecriterium van 20 miljoen euro.", "norm"),
        (
            "De Vlaamse Regering wil de sector steunen door het toekennen van een subsidie van 16 miljoen euro.",
            "granted",
        ),
        ("De Vlaamse Regering keurt dit goed. Eerder werd al beslist om 4,15 miljoen euro te voorzien.", "reference"),
        ("De drie lokale besturen dragen over dezelfde periode gezamenlijk 360.000 euro bij.", "cost"),
        ("De Vlaamse Regering keurt dit goed en draagt 360.000 euro bij aan het fonds.", "budget"),
        ("Samen met reguliere middelen zal een actieplan van 100 miljoen euro opgezet worden.", "reference"),
    ],
)
def test_the_role_of_a_sum(text: str, role: str) -> None:
    """Verbs, nouns and tenses around a sum say what it is."""
    mention = read_amounts(text)[0]
    assert mention.role == role
    assert mention.rule


@pytest.mark.parametrize(
    ("text", "short", "full", "role"),
    [
        ("De totale kostprijs van het gebouw bedraagt {} 3 miljoen euro.", "ca.", "circa", "cost"),
        ("De totale kostprijs van het gebouw bedraagt {} 3 miljoen euro.", "max.", "maximaal", "cost"),
        ("De totale kostprijs van het gebouw bedraagt {} 3 miljoen euro.", "plm.", "ongeveer", "cost"),
        ("De ontvangsten op basis van {} 5 van het decreet bedragen 3 miljoen euro.", "art.", "artikel", "income"),
        ("Elk project kan op grond van {} 5 van het besluit maximaal 300.000 euro krijgen.", "art.", "artikel", "norm"),
        ("Er is een premie voor {} scholen van 250.000 euro.", "o.a.", "onder meer", "norm"),
    ],
)
def test_the_dot_of_an_abbreviation_changes_no_meaning(text: str, short: str, full: str, role: str) -> None:
    """An abbreviation says what the word says, with the same rule, amount and bounds."""
    [abbreviated], [written] = read_amounts(text.format(short)), read_amounts(text.format(full))
    assert abbreviated.role == role
    assert (abbreviated.role, abbreviated.rule, abbreviated.recurrence) == (
        written.role,
        written.rule,
        written.recurrence,
    )
    assert abbreviated.amount == written.amount


def test_an_abbreviation_that_closes_a_sentence_ends_it() -> None:
    """'kosten van zorg, wonen, enz. De subsidie bedraagt': the sum is no cost."""
    [mention] = read_amounts("Het gaat om kosten van zorg, wonen, enz. De subsidie bedraagt 3 miljoen euro.")
    assert mention.role == "granted"


@pytest.mark.parametrize(
    ("text", "below", "from_here", "rule"),
    [
        ("Er wordt {} euro voorzien voor de werking.", "9.999", "10.000", "small-sum"),
        ("De werking kost jaarlijks maximaal {} euro.", "99.999", "100.000", "rule-limit"),
        ("Wijziging van het besluit over de zorg  De zorg ontvangt {} euro.", "99.999", "100.000", "rule-amount"),
        ("De premie voor de school is {} euro.", "299.999", "300.000", "rule-noun"),
        ("De Vlaamse Regering keurt werken boven {} euro goed.", "9.999.999", "10.000.000", "threshold"),
        ("Bedrijven kunnen maximaal {} euro steun ontvangen.", "49.999.999", "50.000.000", "rule-limit"),
    ],
)
def test_from_which_sum_on_it_is_no_norm(text: str, below: str, from_here: str, rule: str) -> None:
    """Each limit in euro decides between the sum just below it, which is a norm, and itself, which is none."""
    [norm], [other] = read_amounts(text.format(below)), read_amounts(text.format(from_here))
    assert (norm.role, norm.rule) == ("norm", rule)
    assert other.role != "norm"


def test_a_change_names_the_old_sum_as_context() -> None:
    """'te verhogen van 1 miljoen euro tot maximaal 1,3 miljoen euro': the first is what it was."""
    text = "De Vlaamse Regering beslist de subsidie te verhogen van 1 miljoen euro tot maximaal 1,3 miljoen euro."
    old, new = read_amounts(text)
    assert (old.role, old.rule) == ("reference", "changed-from")
    assert new.role in {"granted", "budget"}


def test_the_verb_of_a_relative_clause_is_not_the_main_verb() -> None:
    """'Het saldo van 7,8 miljoen euro middelen die werden betoelaagd wordt herbestemd' is moved now."""
    text = (
        "De Vlaamse Regering beslist dit. Het saldo van 7,8 miljoen euro middelen die aan het fonds werden betoelaagd"
        " wordt herbestemd naar de premies."
    )
    assert read_amounts(text)[0].role == "transferred"


def test_coordinated_sums_have_one_role() -> None:
    """'reserveert 900.000 euro uit het Klimaatfonds, en 360.000 euro vanuit de dotatie': both are reserved."""
    text = (
        "De Vlaamse Regering reserveert een budget van 900.000 euro uit het fonds, en 360.000 euro vanuit de dotatie."
    )
    assert [m.role for m in read_amounts(text)] == ["budget", "budget"]


def test_the_title_decides_between_grant_and_budget() -> None:
    """'maakt een budget vrij' under a title 'tot toekenning van een projectsubsidie' is a grant."""
    title = "Subsidie cursus Ontwerpbesluit tot toekenning van een projectsubsidie voor de cursus  "
    text = "De Vlaamse Regering maakt een budget van 633.000 euro vrij voor de drie centra."
    assert read_amounts(title + text)[0].role == "granted"
    assert read_amounts(text)[0].role == "budget"


@pytest.mark.parametrize(
    ("text", "times", "role"),
    [
        ("Ze kent 3 maal 650.000 euro subsidie toe aan drie verbanden.", 3, "granted"),
        ("Voor zowel de VVSG als het VIVO wordt een budget van 200.000 euro voorzien.", 2, "budget"),
        ("De verbanden Trawant en Plantrekkers krijgen elk 300.000 euro voor de verlenging.", 2, "granted"),
        ("Ze kent aan vijf projecten conceptsubsidies toe van telkens 72.000 euro.", 5, "granted"),
        ("Ze kent aan de drie havens elk een subsidie van 366.000 euro toe.", 3, "granted"),
        ("De oproep zal tweemaal opengesteld worden, telkens voor een bedrag van 10 miljoen euro.", 2, "budget"),
        ("De Vlaamse Regering ondersteunt twee projecten, voor telkens 1 miljoen euro.", 2, "granted"),
        ("Ze selecteert zes projecten. Het gaat om A en B. Elk project krijgt 60.000 euro subsidie.", 6, "granted"),
        ("Voor telkens maximaal 1 miljoen euro kunnen ze leningen krijgen.", 1, "norm"),
        ("De projecten kunnen elk maximaal 50.000 euro krijgen.", 1, "norm"),
        ("Wie wil krijgt elk 60.000 euro subsidie.", 1, "granted"),
    ],
)
def test_how_many_receive_the_sum(text: str, times: int, role: str) -> None:
    """A sum that is given to each of several counts as often as the text says."""
    [mention] = read_amounts(text)
    assert (mention.times, mention.role) == (times, role)


def test_persons_and_months_are_no_recipients() -> None:
    """'20 leerlingen' and 'twaalf maanden' do not multiply what each project gets."""
    text = "Elk project met 20 leerlingen krijgt twaalf maanden 60.000 euro subsidie, tot 500 000 inwoners."
    assert read_amounts(text)[0].times == 1


def test_the_number_of_projects_may_stand_in_the_title() -> None:
    """'Conceptsubsidie 5 stadsvernieuwingsprojecten' above 'telkens 72.000 euro' is five times."""
    text = (
        "Conceptsubsidie 5 stadsvernieuwingsprojecten   De Vlaamse Regering kent subsidies van telkens 72.000 euro toe."
    )
    assert read_amounts(text)[0].times == 5


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Een fonds van 500 miljoen euro wordt opgericht. In dit kader kent ze 240 miljoen euro toe aan PMV.",
            ["reference", "granted"],
        ),
        (
            "Er is 100 miljoen euro gereserveerd. Ze beslist nu over de besteding van de overige 43 miljoen euro.",
            ["reference", "budget"],
        ),
        (
            "Er is 100 miljoen euro bedrijfssteun voorzien. Ze maakt daarom 32 miljoen euro vrij.",
            ["reference", "budget"],
        ),
        (
            "In totaal wordt 6 miljoen euro voorzien. De Vlaamse Regering maakt ook 925.000 euro vrij.",
            ["budget", "budget"],
        ),
    ],
)
def test_an_envelope_is_where_the_money_comes_from(text: str, roles: list[str]) -> None:
    """A budget of which a later sentence gives something now is context; two budgets side by side are not."""
    assert [mention.role for mention in read_amounts(text)] == roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("In 2020 wordt een besparing gerealiseerd van 75 miljoen euro aan loonkrediet.", "cost"),
        ("conform de verbintenis in het akkoord om jaarlijks 14,5 miljoen euro te besteden", "reference"),
        ("De Vlaamse Regering kent een toelage van zo'n 92.000 euro toe voor de hogere kost.", "granted"),
        ("Aan besturen die het pact ondertekend hebben wordt 24,87 miljoen euro subsidie toegekend.", "granted"),
    ],
)
def test_savings_pledges_and_grants_to_many(text: str, role: str) -> None:
    """Savings and pledges give nothing; a passive grant to those who have signed does."""
    assert read_amounts(text)[0].role == role


def test_the_amount_of_a_changed_rule_is_a_norm() -> None:
    """'kent een bijkomende subsidie van ten hoogste 25.000 euro toe bij de verlenging' in a change of a decree."""
    title = "Voorontwerp van besluit tot wijziging van artikel 4.160 van het besluit  "
    text = "De Vlaamse Regering kent een bijkomende subsidie van ten hoogste 25.000 euro toe bij de verlenging."
    assert [m.rule for m in read_amounts(title + text)] == ["rule-amount"]
    assert read_amounts(text)[0].role == "granted"


def test_what_third_parties_add_is_no_funding() -> None:
    """'De drie lokale besturen dragen ... 360.000 euro bij zodat in totaal 1,11 miljoen euro beschikbaar zal zijn'."""
    text = (
        "De Vlaamse Regering kent 750.000 euro investeringssubsidie toe aan de Zennevallei. De drie lokale besturen"
        " dragen gezamenlijk 360.000 euro bij zodat in totaal 1,11 miljoen euro beschikbaar zal zijn."
    )
    assert [(m.role, m.rule) for m in read_amounts(text)][1:] == [("cost", "others-pay"), ("reference", "with-others")]
    assert read_amounts(text)[0].role == "granted"


def test_named_recipients_and_capital_numbers_are_counted() -> None:
    """'aan Antwerpen, Oostende-Brugge en Kortrijk elk' are three; 'Twee ontwerpen' in a title are two."""
    text = "De Vlaamse Regering kent aan Antwerpen, Oostende-Brugge en Kortrijk elk een subsidie van 366.000 euro toe."
    assert [m.times for m in read_amounts(text)] == [3]
    text = "Twee ontwerpen van addendum  De Vlaamse Regering keurt ook de subsidie goed van telkens 400.000 euro."
    assert [m.times for m in read_amounts(text)] == [2]


def test_a_redistribution_moves_the_only_provision_it_names() -> None:
    """'In de begroting 2022 werd een provisie van een half miljoen euro voorzien' is what the redistribution moves."""
    title = "Herverdeling provisioneel krediet EU-voorzitterschap  "
    told = "In de begroting 2022 werd een provisie van een half miljoen euro voorzien. De Vlaamse Regering beslist nu."
    [mention] = read_amounts(title + told)
    assert (mention.role, mention.rule) == ("transferred", "only-provision")
    [other] = read_amounts("EU-voorzitterschap  " + told)
    assert other.role == "reference"
    [earlier] = read_amounts(title + told.replace("een provisie van ", ""))
    assert earlier.role == "reference"
