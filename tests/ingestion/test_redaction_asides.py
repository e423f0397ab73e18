"""What stands beside the matter goes: who lives with the writer, a debt, a fine, an illness with its time, a permit."""

import pytest

from ingestion.redaction import ALWAYS, redact
from tests.ingestion.test_redaction_belonging import BELONGS

ASIDE = [
    # wordings of a fifth lot of CVs
    ("ikke efter kl 16.30. Betaler af på en gammel gæld til kommunen så jeg skal bruge 30 timer", "gæld"),
    ("Afdrager på et lån hos inkassofirmaet efter huset", "inkassofirmaet"),
    ("vokset op i det danske mindretal i Sydslesvig", "Sydslesvig"),
    ("Jeg kommer fra Rumænien, fra en landsby tæt på Suceava", "Suceava"),
    ("I dag er jeg rask og færdig med pillerne", "pillerne"),
    ("I efteråret 2022 brød jeg sammen", "brød"),
    ("i 2006 fik jeg ti dagbøder for injurier", "injurier"),
    ("Jeg passede hende, til hun døde i efteråret 2023", "døde"),
    ("kun ikke den ortodokse påske", "ortodokse"),
    ("Gift med Lone, som er sygeplejerske, tre børn på 9, 13 og 16", "sygeplejerske"),
    ("Gift med Lone, som er sygeplejerske, tre børn på 9, 13 og 16", "tre"),
    # wordings of a third lot of CVs
    ("(jeg kom hertil som syvårig og har stadig pas fra Litauen)", "Litauen"),
    ("I have passport from Lebanon and came in 2021", "Lebanon"),
    ("We wait our first baby in February", "baby"),
    ("I februar fik jeg to stents", "stents"),
    ("Ledig efter jeg fik skruer i skulderen", "skruer"),
    ("i dag er det medicineret og fylder ikke", "medicineret"),
    ("Syv måneders pause efter en diskusprolaps", "diskusprolaps"),
    ("I joined the street protests against the government", "protests"),
    ("Synger i missionshuset søndag form.", "missionshuset"),
    ("I sing in the Maronite choir", "Maronite"),
    # wordings of a second lot of CVs
    ("lidt serbisk fra farmors side", "farmors"),
    ("Jeg kom til verden den 2. oktober 1973 i Tórshavn", "Tórshavn"),
    ("jeg fik konstateret en bipolar lidelse; medicinen virker", "medicinen"),
    ("Since the prison I have bad sleep and PTSD, lægen giver mig medicin", "medicin"),
    ("Stod på SF's liste ved kommunalvalget i 2021", "SF"),
    ("I sing in the choir at Sankt Ansgar on Sundays", "Ansgar"),
    ("Søndag formiddag er jeg til messe i den katolske kirke", "messe"),
    ("frask., 2 drenge hver anden uge", "frask"),
    ("I run away from it as a deserter", "deserter"),
    # family
    ("Da Poul døde i 2023, blev jeg enke med et hus", "Poul"),
    ("Gift med Søren, der er tømrer, og mor til Alma (12), Vigga (9) og Storm (5)", "Vigga"),
    ("Gift med Søren, der er tømrer, og mor til Alma (12), Vigga (9) og Storm (5)", "Storm"),
    ("Skilt, drengene hos mig hver 2. uge", "drengene"),
    ("pigerne bor her i lige uger", "pigerne"),
    ("har ungerne halvdelen af tiden", "ungerne"),
    ("Børn: Liva 8 år, Otto 5 år", "Otto"),
    ("Vi fik Ellen i 2016", "Ellen"),
    ("Efter at Birthe gik bort, flyttede jeg til byen", "Birthe"),
    ("Jeg mistede Jørgen i 2020", "Jørgen"),
    ("alene med tvillingerne", "tvillingerne"),
    ("knægten er hos mig i weekenden", "knægten"),
    ("Astrid på 7 og Bertram på 4", "Bertram"),
    ("Freja (f. 2014) og Malthe (f. 2017)", "Malthe"),
    ("pga. pigerne kan jeg først møde kl. 8.30", "pigerne"),
    ("Manden har aftenvagter, så helst dag", "Manden"),
    ("Børnene er hos deres far hver anden weekend", "Børnene"),
    ("7/7 med drengene", "drengene"),
    ("Ida og jeg blev skilt i 2021", "Ida"),
    ("Mens Poul var syg, passede jeg ham hjemme", "Poul"),
    ("ungerne hver 14. dag", "ungerne"),
    ("My two, Oscar (6) and Emma (3), are with me every other week", "Oscar"),
    ("Konen læser, så jeg forsørger os begge", "Konen"),
    # debt and offence
    ("blev jeg enke med et hus, jeg ikke kunne betale, og jeg endte i gældssanering", "gældssanering"),
    ("Gl. hashdom fra 2017, betalt", "hashdom"),
    ("Kørekort B - røg for spirit i 21 men har det igen", "spirit"),
    ("I was once fined for blocking a road at a climate protest", "fined"),
    ("2011 kortet røg i 6 mdr pga. spirit, ikke rørt det siden", "kortet røg"),
    ("Står i RKI, men afdrager", "RKI"),
    ("Er under gældssanering til 2027", "gældssanering"),
    ("Har gæld til det offentlige", "gæld"),
    ("Gik personligt konkurs i 2012", "konkurs"),
    ("Mit firma gik konkurs, og jeg skylder stadig SKAT", "skylder"),
    ("I have debts from my time as self-employed", "debts"),
    ("Blev taget med promille i 2019", "promille"),
    ("Tog en dom for vold som ung", "dom for vold"),
    ("Fik 20 dage betinget i 2016", "betinget"),
    ("Kortet blev klippet for fart", "Kortet"),
    ("Har haft en spiritussag, er ude på den anden side", "spiritussag"),
    ("Bøde for hash i 2018", "hash"),
    ("Fik en fartdom i 2020", "fartdom"),
    ("Lost my licence for drink-driving in 2019", "drink-driving"),
    ("Caught drunk driving once", "drunk driving"),
    ("Mistede lappen i 2018", "lappen"),
    ("Uden kort et halvt år pga. sprit", "sprit"),
    ("Lønindeholdelse til 2026", "Lønindeholdelse"),
    ("Afdrager på gammel gæld", "gæld"),
    ("Betaler af på gammel skattegæld", "skattegæld"),
    ("En tur bag tremmer i 2012", "tremmer"),
    ("Plet på attesten fra 2014", "Plet"),
    ("Har siddet 3 mdr for salg af hash", "hash"),
    ("I was given a suspended sentence in 2015", "suspended sentence"),
    # health with a time
    ("diskusprolaps i 23 men lægen har meldt mig klar igen, løfter gerne", "diskusprolaps"),
    ("Prolaps sidste forår, rask nu", "Prolaps"),
    ("Blodprop i 22, alt ok i dag", "Blodprop"),
    ("Brækkede ryggen i 2019, fuldt genoptrænet", "ryggen"),
    ("stress i efteråret 2023, tilbage på fuld tid", "stress"),
    ("Hjertestop for tre år siden", "Hjertestop"),
    ("Kræft i '18, erklæret rask", "Kræft"),
    ("Depression sidste vinter, lægen siger god for mig", "Depression"),
    ("opereret i knæet i 21", "opereret"),
    ("Meniskskade i foråret, lægen har givet grønt lys", "Meniskskade"),
    ("bypass i 2020 men klar igen", "bypass"),
    ("slidgigt siden 2017", "slidgigt"),
    ("Lungebetændelse i vinter, væk i 2 mdr", "Lungebetændelse"),
    ("Burnout in 2021, fully back", "Burnout"),
    ("fik en ny hofte i 20", "hofte"),
    # birth and permit
    ("Fødselsdag er den 9/7-1995", "9/7-1995"),
    ("Min fødselsdag falder den 3. maj 1980", "3. maj 1980"),
    ("Jeg kom til verden den 12. april 1979 i Skive", "12. april 1979"),
    ("Født en tirsdag i april 1979", "april 1979"),
    ("Fødselsdato var 9/7-1995", "9/7-1995"),
    ("My birthday is 12 May 1990", "12 May 1990"),
    ("I am here on a permit as accompanying spouse", "accompanying spouse"),
    ("Er her som medfølgende ægtefælle", "medfølgende"),
    ("My residence permit runs until 2027", "permit"),
    ("On a dependent visa through my wife", "dependent visa"),
    ("Har ophold som ægtefælle til 2027", "ophold"),
    ("Here on a green card since 2019", "green card"),
    ("Har opholdskort til 2028", "opholdskort"),
]
OF_THE_TRADE = [
    "Bødekontor: udskrev parkeringsbøder",
    "Sagsbehandling af gældssanering i kommunen",
    "Gældsrådgiver, frivillig jura",
    "Inkasso og rykkere, opkrævning af gæld",
    "Opslag i RKI ved kreditvurdering",
    "Kreditvurdering, RKI og Experian",
    "Konkursbehandling og boopgørelse",
    "Behandlede konkurssager i skifteretten",
    "Solgte spirit og vin",
    "Kortet røg i terminalen",
    "Udskrev bøder til billister",
    "Psykiatrisk afdeling, diskusprolapspatienter",
    "Genoptræning af diskusprolapspatienter i 2023",
    "Kursus i demens i 2019",
    "Excel (5 år), Word (10 år) og Java (3)",
    "Python (8), SQL (6) og Docker (4)",
    "Trænede drengene hver tirsdag, U13",
    "Hjalp børnene i SFO hver dag",
    "Pigerne på holdet mødte hver anden uge",
    "Manden ved maskinen skal kunne stoppe den",
    "Permit to work, hot work permits",
    "Building permit applications",
    "Fined suppliers for late delivery",
    "Da Carl Hansen lukkede, kom jeg til Elm",
    "Sammen med Poul Larsen A/S",
    "Fødselsdage og selskaber, servering",
    "Kortlæste, korttegning, GIS",
    "Sorggruppe for børn, da en elev døde",
    "Passede beboere, til de døde",
    "Advokatfuldmægtig, injuriesager",
    "Udstedte dagbøder til entreprenøren",
    "Serveren brød sammen om natten",
    "Jeg har erfaring med gældssanering",
    "Jeg hjælper borgere med gæld",
    "Jeg har forhandlet gæld for kunder",
    "Dokumentar om narkosagen, klipper",
    "Efterforskning af tyverisager",
    "Paid with a Visa card",
    "Grønt kort til truck",
    "Restaurant Luna, 12 borde",
    "Saga 50, løn og bogholderi",
]


@pytest.mark.parametrize(("text", "gone"), ASIDE)
def test_what_a_writer_tells_in_an_aside_goes(text: str, gone: str) -> None:
    assert gone in text
    assert gone not in redact(text).text


@pytest.mark.parametrize("line", OF_THE_TRADE)
def test_a_line_of_the_trade_that_looks_like_an_aside_stays(line: str) -> None:
    assert redact(line).text == line


def test_a_firm_that_failed_is_no_debt_of_the_writer() -> None:
    text = "Butikken gik konkurs i 2012, og jeg blev lagerchef"

    assert redact(text).text == text


def test_what_an_aside_needs_stands_in_all_that_is_found() -> None:
    missed = [
        (rule.kind, text)
        for rule, pattern in ALWAYS
        for text, _ in (*ASIDE, *BELONGS)
        if pattern.needed
        and pattern.pattern.search(text.lower() if pattern.lower else text)
        and not any(one in text.lower() for one in pattern.needed)
    ]

    assert missed == []
