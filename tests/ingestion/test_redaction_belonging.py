"""A union or a faith by its name goes as the writer's own, unless a calling, a task or a dated post keeps it."""

import pytest

from ingestion.redaction import redact

BELONGS = [
    # union
    ("Jeg var FOA-repræsentant på stedet i to år", "FOA-repræsentant"),
    ("Tillidsrepræsentant, valgt af de HK-organiserede kolleger, 2022-2025", "HK"),
    ("Afdelingens talerør i Dansk El-Forbund 2021-23, hvor jeg forhandlede en ny vagtaftale", "Dansk El-Forbund"),
    ("I joined Konstruktørforeningen in my first year as a student.", "Konstruktørforeningen"),
    ("Afdelingens 3F'ere valgte mig til at forhandle vagtplanen", "3F"),
    ("Kollegernes stemme over for ledelsen, udpeget af Dansk Metal", "Dansk Metal"),
    ("Suppleant i BUPLs lokalbestyrelse 2019-2021", "BUPL"),
    ("Har gennem Finansforbundet fået hjælp til mit CV", "Finansforbundet"),
    ("Sad i forhandlingsudvalget for FOA Fyn", "FOA"),
    ("Djøf-kontaktperson på kontoret", "Djøf"),
    ("Jeg er prosa'er", "prosa"),
    ("PROSA-medlem siden 2011", "PROSA"),
    ("Frivillig i Sygeplejerådets lokalkreds", "Sygeplejerådets"),
    ("Med i Farmakonomforeningen", "Farmakonomforeningen"),
    ("I am in the nurses' union DSR", "DSR"),
    ("Kredsbestyrelsen i Danmarks Lærerforening, 2015-2019", "Danmarks Lærerforening"),
    ("Betaler til Blik og Rør", "Blik og Rør"),
    ("HK har hjulpet mig med papirerne", "HK"),
    ("Var med til at starte en 3F-klub på fabrikken", "3F"),
    ("Stod på kandidatlisten i Magisterforeningen", "Magisterforeningen"),
    ("Delegeret på Dansk Metals kongres 2022", "Dansk Metal"),
    # religion
    ("og søndagene i den katolske menighed har hjulpet med resten", "katolske"),
    ("Om søndagen synger jeg i Baptistkirkens kor", "Baptistkirkens"),
    ("Jeg synger i kor i den katolske menighed, er frivillig natteravn", "katolske"),
    ("On Sundays I help in the soup kitchen of my Catholic parish", "Catholic"),
    ("Søndag formiddag sidder jeg helst i den katolske messe", "katolske"),
    ("Søndag is for church, jeg er katolik", "church"),
    ("Søndag formiddag passer jeg kaffen i baptistmenigheden", "baptistmenigheden"),
    ("Fredag middag er jeg i moskeen", "moskeen"),
    ("Spiller trommer til lovsang i Citykirken", "Citykirken"),
    ("Jeg kommer i den ortodokse kirke i Bredgade", "ortodokse"),
    ("Hjælper til i synagogens køkken", "synagogens"),
    ("I play the piano at my local church", "church"),
    ("Vores menighed har en genbrugsbutik, hvor jeg hjælper", "menighed"),
    ("Underviser frivilligt i den islamiske forening", "islamiske"),
    ("Brygger kaffe efter gudstjenesten hver søndag", "gudstjenesten"),
    ("Kasserer i den koptiske kirkes ungdomsforening", "koptiske"),
    ("Jeg læser koran med børnene i den somaliske moské", "mosk"),
    ("Er vokset op i Jehovas Vidner", "Jehovas"),
    ("I sing in the Lutheran choir on Sundays", "Lutheran"),
]
AT_WORK = [
    "Salg til menigheder og foreninger",
    "Bogholder i HK",
    "2014-2019 Bogholder, HK Østjylland",
    "2009-2014  Konsulent, Finansforbundet, København",
    "Tillidsrepræsentant 2016-2019",
    "FOA-overenskomst og lønberegning",
    "Undervisning af tillidsrepræsentanter i FOA",
    "Motor på 110 HK",
    "Rengøring i HK's hus",
    "Reception i Dansk Metal, omstilling og post",
    "3F-kursus i stillads",
    "Dansk Metal-overenskomst, lønforhandling",
    "Underviste i kristendomskundskab",
    "Kirketjener i den katolske kirke, Aalborg",
    "Organist ved Baptistkirken",
    "Gravermedhjælper på kirkegården ved Sankt Knuds",
    "Restaurering af katolske kirker",
    "Malede moskeen i Rovsingsgade",
    "Catering til den jødiske menighed",
    "2012-2016 Køkkenleder, Sankt Josefs katolske skole",
    "Ny lysstyring i tre kirker",
    "Førte bogholderi for håndværkere, frisører og tre menighedsråd",
    "Rundvisninger i synagogen",
    "Stillads på synagogen",
    "Stillede op til koncerter i sognekirken, tog imod gæster",
    "Samarbejde med Farmakonomforeningen om kurser",
    "Lederne af afdelingen mødtes hver uge",
    "DM i svejsning 2019, nr. 3",
    "Montering af kirkebænke",
    "Jeg gør rent i moské om fredagen",
    "IDA-foredrag om AI, deltager",
    "Erfaring med blik og rør",
    "Regnskab for Lægeforeningen",
    "Passer kirkens anlæg",
    "Leverer blomster til kirken lørdag",
    "William Demant, produktion",
    "Kommunikation og Sprog",
]


@pytest.mark.parametrize(("text", "gone"), BELONGS)
def test_what_the_writer_belongs_to_goes(text: str, gone: str) -> None:
    assert gone in text
    assert gone not in redact(text).text


@pytest.mark.parametrize("line", AT_WORK)
def test_a_union_or_a_faith_that_one_works_with_stays(line: str) -> None:
    assert redact(line).text == line


def test_a_skill_beside_a_faith_stays() -> None:
    hidden = redact("Jeg synger og spiller klaver i den katolske menighed, og jeg laver mad til 40").text

    assert "spiller klaver" in hidden
    assert "laver mad til 40" in hidden
