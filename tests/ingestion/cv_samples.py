"""Twelve fictional CVs of the kinds that come across a consultant's desk, and what a careful reader finds in each."""

import io
from dataclasses import dataclass

import docx
from fpdf import FPDF

from tests.ingestion.formats.files import saved


@dataclass(frozen=True, slots=True)
class Sample:
    """A file, and what it says; `held` is "occupation first/last ..." by month, or years where only those are said.

    `wishes` are occupations sought, then "hours 25-30", "45 min", "car" or "transit".
    """

    name: str
    data: bytes
    held: tuple[str, ...]
    holds: tuple[str, ...] = ()
    speaks: str = ""
    level: int | None = None
    wishes: tuple[str, ...] = ()


CHRONOLOGICAL = """
Bente Sommerlund
7100 Vejle

Profil
Jeg er mødestabil og grundig.
Jeg søger job som truckfører eller noget på et lager, gerne 30-37 timer, men ikke nattevagter.

Erhvervserfaring
marts 2019 til nu: Lagermedarbejder, Nordlager A/S, Vejle
Pluk, pak og varemodtagelse.
01/2016-02/2019: Lagermedarbejder, Sydlager
fra maj 14 til dec 15: Butiksassistent, Bæk Marked
2013-2014 Barselsorlov
2012-2013 Ledig
sommeren 2011: Opvasker, Kroen

Uddannelse
2008-2010 Kontoruddannelse, Vejle Handelsskole

Kurser
Truckcertifikat B 2019. Førstehjælp 2024.

Sprog
Dansk: modersmål
Engelsk: B1
Har egen bil og kørekort B. Højst 45 minutters transport.
"""
ABOVE = """
CV
8000 Aarhus C

ERFARING
Kok
Restaurant Havblik, Aarhus
03.2018 - 06.2023

Køkkenmedhjælper
Kantinen Syd
(2015-2018)

UDDANNELSE
Udlært kok 2018
SPROG
Dansk, engelsk (C1), tysk (A2)
"""
BELOW = """
Kontakt
5000 Odense C

Ansættelser
2020 - d.d.
Bogholder
Fyns Regnskab ApS

2014 - 2020
Regnskabsassistent
Møllers Tømmerhandel

2014 - 2016
Sekretær
Idrætsforeningen (ved siden af)

IT: Excel, e-conomic
"""
TABLE_WORDS = """
Navn på arbejdsplads\tStilling\tPeriode
Nordlager A/S, Vejle\tTruckfører\t03/2020-
Bæk Marked\tButiksassistent\t2015-2019
"""
OVERLAPPING = """
9000 Aalborg
Arbejde
2010-2014 Tjener, Cafe Nord
2012-2016 Tjener, Hotel Syd
2018- Tjener, Kroen
2016-2018 arbejdsløs og jobsøgende
"""
FUNCTIONAL = """
KOMPETENCER FØR KRONOLOGI
6000 Kolding

Rengøring og service
Jeg har arbejdet som rengøringsassistent i otte år på skoler og kontorer.
Erfaring som køkkenmedhjælper.

Kasse og kunder
Ti års erfaring som kassemedarbejder.

Jeg er aldrig blevet tjener, og jeg vil ikke tilbage til rengøring. Jeg kunne tænke mig at arbejde som receptionist.
Jeg kører ikke bil og bruger offentlig transport, max 30 min hver vej.
"""
THIN = """
Hassan, 2640 Hedehusene
Chauffør lastbil siden 2008
Truckkort B, kørekort C
Dansk ok, PD2. Læser PD3 nu
Arabisk modersmål
Engelsk lidt
Har bil
Vil gerne arbejde dagtimer
"""
ENGLISH = """
Copenhagen, 2200 København N

Work experience
Software Developer | Bluewave ApS | Jan 2021 – present
Data analyst, Northside, Mar 2018 - Dec 2020
IT support (part time), University, 2016-2018

Education
BSc in Computer Science, 2016

Languages
English: fluent (C2)
Danish: studying for PD3
Polish: native

I am looking for a position as a data analyst, but not in finance.
"""
SENTENCES = """
4600 Køge
Om mig
Jeg er uddannet tømrer og har haft mit eget firma. Fra 2009 til 2017 arbejdede jeg som tømrer hos Køge Byg.
Siden 2018 har jeg været ejendomsfunktionær i en boligforening. Nu ønsker jeg 25-30 timer om ugen.
Mit engelsk er på forhandlingsniveau, mit tysk er på begynderniveau.
"""
SHARED_LINES = """
7400 Herning
Erhvervserfaring
Stilling: Svejser
Arbejdsgiver: Midtstål A/S
Periode: april 2015 - juni 2021

Stilling: Maler
Arbejdsgiver: Vestjysk Farve
Periode: 2009-2015

2021 - nu: Montagearbejder | Vindmøllefabrikken | Ringkøbing
Certifikat: Svejsecertifikat 141
"""


def _table_docx() -> bytes:
    made = docx.Document()
    made.add_paragraph("7100 Vejle")
    made.add_heading("Erhvervserfaring", 1)
    rows = (
        ("2019-2023", "Social- og sundhedshjælper", "Plejehjemmet Bakken"),
        ("aug 2015 - jul 2019", "Rengøringsassistent", "Skolen"),
    )
    table = made.add_table(len(rows), 3)
    for place, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(place, column).text = words
    made.add_heading("Sprog", 1)
    made.add_paragraph("Dansk: tale 5/5")
    made.add_paragraph("Engelsk: tale 3/5, skrift 2/5")
    return saved(made)


def _two_columns_pdf() -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica", size=10)
    side = ("Kontakt", "8700 Horsens", "Sprog", "Dansk", "Engelsk B2", "Kurser", "Hygiejnebevis", "Kørekort B")
    main = (
        "Erhvervserfaring",
        "2017-2024 Bager, Byens Brød, Horsens",
        "Bagte rugbrød og rundstykker fra klokken to om natten",
        "2012-2017 Butiksassistent, Bageriet ved torvet i Horsens",
        "Betjente kunder og passede kassen om lørdagen",
        "Uddannelse",
        "2008-2012 Bager, Erhvervsskolen i Horsens, svendebrev i 2012",
    )
    for place, words in enumerate(side):
        made.text(10, 20 + 8 * place, words)
    for place, words in enumerate(main):
        made.text(75, 20 + 8 * place, words)
    return bytes(made.output())


def _document_of(text: str) -> bytes:
    made = docx.Document()
    for line in text.strip().split("\n"):
        made.add_paragraph(line)
    into = io.BytesIO()
    made.save(into)
    return into.getvalue()


SAMPLES = (
    Sample(
        "chronological.txt",
        CHRONOLOGICAL.strip().encode(),
        ("lagermedarbejder 2019-03/ 2016-01/2019-02", "butiksassistent 2014-05/2015-12", "opvasker 2011-06/2011-08"),
        ("edu-office", "first-aid", "licence-b", "truck-b"),
        "da C2, en B1",
        2,
        ("truckfører", "lagermedarbejder", "hours 30-37", "45 min", "car"),
    ),
    Sample(
        "title_above.txt",
        ABOVE.strip().encode(),
        ("kok 2018-03/2023-06", "køkkenmedhjælper 2015-07/2018-06"),
        ("edu-chef",),
        "da, en C1, de A2",
        2,
    ),
    Sample(
        "title_below.txt",
        BELOW.strip().encode(),
        ("bogholder 2020-07/", "regnskabsassistent 2014-07/2020-06", "sekretær 2014-07/2016-06"),
    ),
    Sample(
        "rows.docx",
        _document_of("7100 Vejle\nErfaring\n" + TABLE_WORDS.strip()),
        ("truckfører 2020-03/", "butiksassistent 2015-07/2019-06"),
    ),
    Sample("overlapping.txt", OVERLAPPING.strip().encode(), ("tjener 2010-07/2014-06 2012-07/2016-06 2018-07/",)),
    Sample(
        "functional.txt",
        FUNCTIONAL.strip().encode(),
        ("rengøringsassistent 8 years", "køkkenmedhjælper", "kassemedarbejder 10 years"),
        wishes=("receptionist", "30 min", "transit"),
    ),
    Sample(
        "thin.txt",
        THIN.strip().encode(),
        ("lastbilchauffør 2008-07/",),
        ("danish-pd2", "licence-c", "truck-b"),
        "da B1, ar C2, en A2",
        wishes=("car",),
    ),
    Sample(
        "english.txt",
        ENGLISH.strip().encode(),
        ("softwareudvikler 2021-01/", "dataanalytiker 2018-03/2020-12", "it-supportmedarbejder 2016-07/2018-06"),
        ("edu-cs-bachelor",),
        "en C2, da B1, pl C2",
        4,
        ("dataanalytiker",),
    ),
    Sample(
        "sentences.txt",
        SENTENCES.strip().encode(),
        ("ejendomsfunktionær 2018-07/", "tømrer 2009-07/2017-06"),
        ("edu-carpenter",),
        "en C1, de A2",
        2,
        ("hours 25-30",),
    ),
    Sample(
        "labelled.txt",
        SHARED_LINES.strip().encode(),
        ("svejser 2015-04/2021-06", "maler 2009-07/2015-06", "montagearbejder 2021-07/"),
        ("weld-141",),
    ),
    Sample(
        "table.docx",
        _table_docx(),
        ("social- og sundhedshjælper 2019-07/2023-06", "rengøringsassistent 2015-08/2019-07"),
        ("edu-sosu-helper",),
        "da C1, en B1",
        2,
    ),
    Sample(
        "two_columns.pdf",
        _two_columns_pdf(),
        ("bager 2017-07/2024-06", "butiksassistent 2012-07/2017-06"),
        ("edu-baker", "edu-eud", "hygiene", "licence-b"),
        "da, en B2",
        2,
    ),
)
