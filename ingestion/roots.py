"""The root of a word: irregular verbs brought to their infinitive, and nouns of a verb to the verb, before stemming."""

from functools import lru_cache

from ingestion.words import stem

_IRREGULAR = """
    anbringe anbringer anbragte anbragt
    bage bager bagte bagt
    bede beder bad bedt
    begynde begynder begyndte begyndt
    bestille bestiller bestilte bestilt
    betale betaler betalte betalt
    binde binder bandt bundet
    bo bor boede boet
    bringe bringer bragte bragt
    bruge bruger brugte brugt
    bryde bryder brød brudt
    build built
    buy bought
    bygge bygger byggede bygget
    bære bærer bar båret
    bøje bøjer bøjede bøjet
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
    forstå forstår forstod forstået
    fryse fryser frøs frosset
    fylde fylder fyldte fyldt
    føde føder fødte født
    følge følger fulgte fulgt
    føre fører førte ført
    give giver gav givet
    grave graver gravede gravet
    gribe griber greb grebet
    gro gror groede
    gå går gik gået
    gøre gør gjorde gjort
    hente henter hentede hentet
    hjælpe hjælper hjalp hjulpet
    hold held
    holde holder holdt
    hænge hænger hang hængt
    høre hører hørte hørt
    installere installerer installerede installeret
    kalde kalder kaldte kaldt
    keep kept
    kende kender kendte kendt
    klippe klipper klippede klippet
    koge koger kogte kogt
    komme kommer kom kommet
    købe køber købte købt
    køre kører kørte kørt
    lead led
    lede leder ledte ledet ledede
    leve lever levede levet
    ligge ligger lå ligget
    lime limer limede limet
    lægge lægger lagde lagt
    lære lærer lærte lært
    læse læser læs læste læst
    læsse læsser læssede læsset
    indsat indsatte
    løfte løfter løftede løftet
    løse løser løste løst
    make made
    male maler malede malet
    mure murer murede muret
    måle måler målte målt
    møde møder mødte mødt
    nyde nyder nød nydt
    nå når nåede nået
    pakke pakker pakkede pakket
    passe passer passede passet
    rense renser rensede renset
    ride rider red redet
    ringe ringer ringede ringet
    ro ror roede roet
    run ran
    rydde rydder ryddede ryddet
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
    skifte skifter skiftede skiftet
    skrive skriver skrev skrevet
    skrue skruer skruede skruet
    skyde skyder skød skudt
    skære skærer skar skåret
    slibe sliber sleb slebet
    slå slår slog slået
    smøre smører smurte smurt
    snakke snakker snakkede snakket
    speak spoke spoken
    spille spiller spillede spillet
    springe springer sprang sprunget
    spørge spørger spurgte spurgt
    stable stabler stablede stablet
    stege steger stegte stegt
    stryge stryger strøg strøget
    styre styrer styrede styret
    stå står stod stået
    støbe støber støbte støbt
    svare svarer svarede svaret
    svejse svejser svejsede svejset
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
    teach taught
    tegne tegner tegnede tegnet
    tjene tjener tjente tjent
    træde træder trådte trådt
    trække trækker trak trukket
    tælle tæller talte talt
    tø tør tøede
    tømme tømmer tømte tømt
    vaske vasker vaskede vasket
    veje vejer vejede vejet
    vinde vinder vandt vundet
    vise viser viste vist
    vælge vælger valgte valgt
    write wrote written
"""
_OF_A_VERB = ("ningen", "ninger", "ning", "ingen", "inger", "ing", "elsen", "elser", "else", "ationer", "ation", "ede")
_SHORTEST = 4
_FORMS = {form: forms[0] for forms in (line.split() for line in _IRREGULAR.strip().split("\n")) for form in forms}
_INFINITIVES = {stem(infinitive): infinitive for infinitive in dict.fromkeys(_FORMS.values())}


@lru_cache(maxsize=200_000)
def root(word: str) -> str:
    """What "udskiftning", "udskifter" and "udskiftede" share; coarser than a stem, so for phrases of several words.

    A form of an irregular verb has its infinitive, so that "leder" (leads) is not "ledig" (vacant).
    """
    plain = word.casefold().replace("aa", "å")
    for form in (plain, plain.removesuffix("s")):
        if form in _FORMS:
            return _FORMS[form]
    for ending in _OF_A_VERB:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST:
            found = stem(plain[: -len(ending)])
            return _INFINITIVES.get(found, found)
    return stem(plain)
