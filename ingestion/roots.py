"""The root of a word: irregular verbs brought to their infinitive, and nouns of a verb to the verb, before stemming."""

import re
from functools import lru_cache

from ingestion.words import stem

_IRREGULAR = """
    anbringe anbringer anbragte anbragt
    and ænder ænderne
    ansætte ansætter ansatte ansat
    bage bager bagte bagt
    barn børn barnet børnene barns børns
    bede beder bad bedt
    begynde begynder begyndte begyndt
    behandle behandler behandlede behandlet
    bestille bestiller bestilte bestilt
    bestå består bestod bestået
    betale betaler betalte betalt
    binde binder bandt bundet
    bo bor boede boet
    bog bøger bogen bøgerne
    bore borer borede boret
    bringe bringer bragte bragt
    bruge bruger brugte brugt
    bryde bryder brød brudt
    brænde brænder brændte brændt
    build built
    buy bought
    byde byder bød budt
    bygge bygger byggede bygget
    bære bærer bar båret
    bøje bøjer bøjede bøjet
    child children
    deal dealt
    draw drew drawn
    dreje drejer drejede drejet
    drikke drikker drak drukket
    drive driver drev drevet
    dykke dykker dykkede dykket
    dyrke dyrker dyrkede dyrket
    dække dækker dækkede dækket
    fange fanger fangede fanget
    feje fejer fejede fejet
    file filer filede filet
    find found
    finde finder fandt fundet
    flytte flytter flyttede flyttet
    flyve flyver fløj fløjet
    fod fødder fødderne
    forberede forbereder forberedte forberedt
    forstå forstår forstod forstået
    fryse fryser frøs frosset
    fylde fylder fyldte fyldt
    føde føder fødte født
    følge følger fulgte fulgt
    føre fører førte ført
    give giver gav givet
    glide glider gled gledet
    grave graver gravede gravet
    gribe griber greb grebet
    gro gror groede
    gå går gik gået
    gælde gælder gjaldt
    gøre gør gjorde gjort
    hente henter hentede hentet
    hjælpe hjælper hjalp hjulpet
    hold held
    holde holder holdt
    hugge hugger huggede hugget
    hånd hænder hånden hænderne
    hænge hænger hang hængt
    hæve hæver hævede hævet
    høre hører hørte hørt
    høste høster høstede høstet
    indsat indsatte
    installere installerer installerede installeret
    kalde kalder kaldte kaldt
    kaste kaster kastede kastet
    keep kept
    kende kender kendte kendt
    klippe klipper klippede klippet
    knytte knytter knyttede knyttet
    ko køer køerne
    koge koger kogte kogt
    komme kommer kom kommet
    kontrollere kontrollerer kontrollerede kontrolleret
    købe køber købte købt
    køre kører kørte kørt
    lave laver lavede lavet lav
    lead led
    lede leder ledte ledet ledede
    leje lejer lejede lejet
    leve lever levede levet
    ligge ligger lå ligget
    lime limer limede limet
    lodde lodder loddede loddet
    lyde lyder lød lydt
    lægge lægger lagde lagt
    lære lærer lærte lært
    læse læser læs læste læst
    læsse læsser læssede læsset
    løfte løfter løftede løftet
    løse løser løste løst
    make made
    male maler malede malet
    mand mænd manden mændene
    meet met
    mure murer murede muret
    måle måler målte målt
    møde møder mødte mødt
    nat nætter natten nætterne
    nyde nyder nød nydt
    nå når nåede nået
    opleve oplever oplevede oplevet
    pakke pakker pakkede pakket
    passe passer passede passet
    rejse rejser rejste rejst
    rense renser rensede renset
    ride rider red redet
    ringe ringer ringede ringet
    ro ror roede roet
    run ran
    rydde rydder ryddede ryddet
    ryge ryger røg røget
    rykke rykker rykkede rykket
    råde råder rådede rådet
    samle samler samlede samlet
    save saver savede savet
    se ser så set
    sejle sejler sejlede sejlet
    sell sold
    sende sender sendte sendt
    sidde sidder sad siddet
    skabe skaber skabte skabt
    skaffe skaffer skaffede skaffet
    skifte skifter skiftede skiftet
    skille skiller skilte skilt
    skrive skriver skrev skrevet
    skrue skruer skruede skruet
    skyde skyder skød skudt
    skære skærer skar skåret
    slibe sliber sleb slebet
    slå slår slog slået
    smøre smører smurte smurt
    snakke snakker snakkede snakket
    spare sparer sparede sparet
    speak spoke spoken
    spille spiller spillede spillet
    springe springer sprang sprunget
    sprøjte sprøjter sprøjtede sprøjtet
    spule spuler spulede spulet
    spørge spørger spurgte spurgt
    stable stabler stablede stablet
    stege steger stegte stegt
    stige stiger steg steget
    stille stiller stillede stillet
    stjæle stjæler stjal stjålet
    stryge stryger strøg strøget
    styre styrer styrede styret
    stå står stod stået
    støbe støber støbte støbt
    svare svarer svarede svaret
    svejse svejser svejsede svejset
    svinge svinger svang
    sy syr syede syet
    synes syntes
    synge synger sang sunget
    så sår såede sået
    sælge sælger solgte solgt
    sætte sætter satte sat
    søge søger søgte søgt
    tage tager tog taget
    take took taken
    tale taler talte talt
    tand tænder tanden tænderne
    teach taught
    tegne tegner tegnede tegnet
    tie tier tav tiet
    tjene tjener tjente tjent
    træde træder trådte trådt
    trække trækker trak trukket
    tælle tæller talte talt
    tænke tænker tænkte tænkt
    tø tør tøede
    tømme tømmer tømte tømt
    tørre tørrer tørrede tørret
    vaske vasker vaskede vasket
    veje vejer vejede vejet
    vejlede vejleder vejledte vejledt
    vende vender vendte vendt
    vinde vinder vandt vundet
    vise viser viste vist
    vokse vokser voksede vokset
    vælge vælger valgte valgt
    write wrote written
    æde æder åd ædt
    ælte ælter æltede æltet
"""
_APART = """
    forret forretten forretter forretterne
    forretning forretningen forretninger forretningerne
    gods godset
    håndtere håndterer håndterede håndteret håndtering
    kassere kasserer kasserede kasseret kassering
    lager lageret lagre lagrene
    orden ordenen
    regning regningen regninger regningerne
    spore sporer sporede sporet sporing
    værelse værelset værelser værelserne
"""
"""Words whose stem is that of another: a room (værelse) is not to be (være), a store (lager) no layer (lag)."""
_PREFIX = re.compile(
    r"(?:tilrette|iværk|gennem|plan|råd|fore|for|frem|efter|gen|ind|med|mis|mod|ned|over|om|op|på|sam|til|under|ud|"
    r"vedlige|ved|videre|af|an|be)"
)
_OF_A_VERB = ("ningen", "ninger", "ning", "ingen", "inger", "ing", "elsen", "elser", "else", "ationer", "ation", "ede")
_SHORTEST, _SHORTEST_FORM = 4, 3
_VERBS, _OTHERS = ([line.split() for line in table.strip().split("\n")] for table in (_IRREGULAR, _APART))
_FORMS = {form: forms[0] for forms in (*_OTHERS, *_VERBS) for form in forms}
_INFINITIVES = {stem(infinitive): infinitive for infinitive, *_ in _VERBS}


@lru_cache(maxsize=200_000)
def root(word: str) -> str:
    """What "udskiftning", "udskifter" and "udskiftede" share; coarser than a stem, so for phrases of several words.

    A form of an irregular verb has its infinitive, so that "leder" (leads) is not "ledig" (vacant).
    """
    plain = word.casefold().replace("aa", "å")
    for form in (plain, plain.removesuffix("s")):
        if form in _FORMS:
            return _FORMS[form]
    before = _before(plain)
    if before and plain[len(before) :] in _FORMS:
        return before + _FORMS[plain[len(before) :]]
    for ending in _OF_A_VERB:
        left = stem(plain.removesuffix(ending))
        if plain.endswith(ending) and (len(plain) - len(ending) >= _SHORTEST or left in _INFINITIVES):
            return _infinitive(left)
    return stem(plain)


def _before(word: str) -> str:
    """The syllable before a verb that makes another of it, as "ud" in "udføre"; empty where there is none."""
    found = _PREFIX.match(word)
    return found[0] if found and len(word) - found.end() >= _SHORTEST_FORM else ""


def _infinitive(stemmed: str) -> str:
    """The infinitive of an irregular verb's stem, with what may stand before it; another stem as it is."""
    before = _before(stemmed)
    rest = _INFINITIVES.get(stemmed[len(before) :])
    return _INFINITIVES.get(stemmed) or (before + rest if before and rest else stemmed)
