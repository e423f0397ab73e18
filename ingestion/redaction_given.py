"""What tells a person's name from a firm's: the given names that are common in Denmark, and words that no name holds."""

import re

_GIVEN = """
    aage aase abdi abdul abdullah abukar achmed adam adnan agata agnete agnieszka ahlam ahmad ahmed aino aisha
    albert aleksander aleksandra alex alexander alexandra alfred ali alice alina alma almaz amal amalie amanda amin
    amina amir amira ana anastasia anders andrea andreas andrej andrzej anette anita anja ann ann-sofie anna anne
    anne-marie anne-mette annegrete anneli annelise annette anni anton arif arne arthur arvid asbjørn asger asif
    asma asta astrid august axel ayse bahar barbara bashir bassam benedikte benjamin benny bent bente berit bertel
    birger birgit birgitte birthe bjarne bjørn bo bodil bogdan boris brian brigitte britta børge camilla carina carl
    carlo caroline carsten casper cecilie charles charlie charlotte christen christian christina christine
    christoffer clara claus conny dagmar dagny daniel daniela dariusz david denise dennis diana dimitri dogan dorota
    dorte dorthe dorthea dragan ebbe edith edvard egon einar ejnar ejvind elena eli elias elin eline elisabeth elise
    ella ellen ellinor elsa else elsebeth elvira emanuel emil emilie emine emir emma emre erica erik erling esben
    eskild ester esther eva ewa fadi faisal farah fatima fatma fatuma felix fie filip finn flemming flora frands
    frank frede frederik frederikke fredrik freja frida fritz gabriel georg gerd gerda gerner gert gitte gorm grete
    grzegorz gudrun gunhild gunnar gunner gustaf gustav halima hamid hamza hanna hannah hanne hannelore hans harald
    hardy harry hasan hassan hasse hatice hedvig heidi helen helena helene helge helle helmut henning henny
    henriette henrik henry herdis hilda hilde hjalmar hjalte holger huda hugo hussein ian ib ibrahim ida igor ilse
    imran ina inga inge inge-lise ingeborg ingelise inger ingrid ingrida ioana irena irene iris isabella isak ismail
    ivan ivar iwona jacob jakob jamal jan jane janne janni jannik jean jean-paul jeanette jelena jenny jens jeppe
    jesper jette jimmi jimmy joachim joan joanna johan johanne johannes john johnny jolanta jonas jonathan jonna
    josef josefine joseph juan julia julie julius jytte jørgen jørn kai kaj kaja kamal karen karim karin karina karl
    karl-erik karla karsten kasper katarzyna kathrine katja katrine keld kenneth kent ketty kevin khaled kim kirsten
    kirstine kjeld klara klaus knud konrad kresten kristian kristina kristine kristoffer krzysztof kurt lajla lan
    lars lasse laura laurits laust lea leif leila lena lene lennart leo leon leonora leyla lilian lis lisa lisbeth
    lise lise-lotte liselotte lissi liv liva lone lotte louise lucas ludvig lukas lukasz lydia lærke løvar maciej
    mads magnus maher maja malene malik malthe manuel marcel marcin marcus marek maren margarita margit margot
    margrethe maria mariam mariana marianne marie marija marika mario marius mark marko markus marlene marta marthe
    martin mary mathias mathilde matilde mats mattias mauritz maximilian mehdi mehmet melanie merete merethe mette
    mia michael michal michelle mie mikael mikal mikkel mila milan mille minna mira miriam mirko mogens mohamad
    mohamed mohammad mohammed mona monika morris morten muhammad musa mustafa nabil nadia najib nana nanna natalia
    natasha natasja nellie nguyen nicklas nicola nicolai nicole niels nikolaj nils nina noah nora norbert nour odd
    olaf olav ole oleksandr olena olga oliver olivia omar osama oscar osman otto ove owais palle patrick paul pauli
    paulina pawel peder pelle per pernilla pernille peter philip pia piotr poul pradeep preben pétur ragnhild rahim
    ralf randi rasmus rebecca regitze reza ricardo richard rie rikard rikke rita robert robin roger roland rolf
    roman rosa rosemarie roxana rune ruth sabine said salim sally salma sam samir samira samuel sander sandie sandra
    sanne sara sarah sarita sebastian selma serkan shadi sidsel signe sigrid sigurd silas silje silvia simon simone
    sissel skjold sofia sofie sofus soheil solveig sonja soren stanislaw steen stefan stella sten stephan stig stine
    storm sune susanne sussi sven svend svetlana sylvester sylvia szymon søren søs tanja tariq tatiana tenna teresa
    thea theis thi thomas thor thora thorben thorbjørn thorkild thyra tim tina tine tobias tom tomasz tommi tommy
    tor tora torben torsten tove trine troels trond tue tyge uffe ulf ulla ulrik ulrikke ursula vagn valborg
    valdemar vera verner veronika vibeke victor viggo viktor vilhelm villy vilma vincent viola vita vivi vivian
    viviane volodymyr walid werner wilma winnie wojciech xenia yasin yasmin yonas yousef youssef yusuf yvonne zahra
    zainab zaki zeynep zofia zoran åge åse øjvind
    """
GIVEN = frozenset(_GIVEN.split())
"""Lower case."""
NOT_NAMES = re.compile(
    r"(?i:\b(?:curr?iculum|vit(?:ae|æ)|profil|erfaring|erhverv|uddannelse|kompetence|ansøgning|resum|om mig|"
    r"cv|hvem|arbejde|job|personlig|kontakt|sprog|"
    r"senior|junior|team|lean|dansk\b|danmark|google|microsoft|adobe|office|facebook|project|business|"
    r"supplering|erfaren|faglært|udlært|selvstændig|teknisk|"
    r"kommune|skole|kørekort|certifikat|software|key|head of|chief|social)|"
    r"\w*(?:engineer|manager|developer|designer|assistant|specialist|assistent|medarbejder|konsulent|mester|"
    r"leder|svend|lærer|pædagog|hjælper|tekniker|"
    r"mekaniker|chauffør|elektriker|plejerske|arbejder|operatør|ingeniør|økonom|koordinator|sælger|gartner|hjemmet|skolen|centret|klinikken|"
    r"kompetencer)\b)|\b(?:A/S|ApS|I/S|AB|GmbH|Group|Plads|Hotel|Bageri|Kaffe|Ltd|Inc|LLC|Eftf|Beslag|Byg|Bolig|Auto|Biler|Transport|Teknik|Stål|Møbler|Service|Maskiner|VVS|El|Handel|Eksport|Import|Kro|Skole|Isenkram|Murer\w*|Tømrer\w*|Maler\w*|Rengøring|Fisk|Smede\w*|Vin|Mode|Tekstil|Print|Data|Marine|Agro|Consult|Design|Foods?|Logistik)(?!\w)"
)
COMPANY = re.compile(r"[ ]*(?:A/S|ApS|I/S|K/S|Ltd|LLC|Inc|GmbH|&|og Søn|Eftf|\w*firma|Entreprise|Holding|Group|Plads)")
