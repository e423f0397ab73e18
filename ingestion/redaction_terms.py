"""The words of nations, illness, faith, family, law and trade, as people write them in a CV: parts of patterns."""

COUNTRY = (
    r"(?:afghanistan|albanien|algeriet|bosnien|brasilien|bulgarien|burma|myanmar|cameroun|chile|colombia|"
    r"congo|cuba|egypten|england|"
    r"eritrea|estland|etiopien|filippinerne|finland|frankrig|færøerne|gambia|georgien|ghana|grækenland|"
    r"grønland|hviderusland|indien|"
    r"indonesien|irak|iran|irland|island|israel|italien|jordan|jugoslavien|kenya|kina|korea|sydkorea|"
    r"nordkorea|japan|taiwan|kosovo|kroatien|kurdistan|letland|libanon|"
    r"libyen|litauen|makedonien|marokko|mexico|moldova|montenegro|nepal|nigeria|norge|pakistan|peru|polen|"
    r"portugal|palæstina|rumænien|"
    r"rusland|rwanda|senegal|serbien|slovakiet|slovenien|somalia|spanien|sri lanka|sudan|sverige|sydafrika|"
    r"syrien|tanzania|thailand|"
    r"tjekkiet|tunesien|tyrkiet|tyskland|uganda|ukraine|ungarn|usa|venezuela|vietnam|yemen|zambia|zimbabwe|"
    r"armenien|aserbajdsjan|angola|argentina|australien|østrig|bangladesh|belarus|belgien|bhutan|bolivia|botswana|burundi|canada|costa rica|cypern|"
    r"djibouti|ecuador|elfenbenskysten|guatemala|guinea|haiti|honduras|hong kong|jamaica|kasakhstan|kirgisistan|kuwait|laos|liberia|luxembourg|"
    r"malawi|malaysia|mali|malta|mauretanien|mongoliet|mozambique|namibia|nederlandene|holland|nicaragua|niger|panama|paraguay|schweiz|"
    r"sierra leone|singapore|skotland|somaliland|storbritannien|tadsjikistan|tchad|tibet|togo|turkmenistan|tjetjenien|uruguay|usbekistan|"
    r"romania|poland|"
    r"bulgaria|lithuania|latvia|syria|iraq|turkey|germany|india|philippines|hungary|spain|italy|greece|brazil|"
    r"china|morocco)"
)
DEMONYM = (
    r"(?:afghansk|albansk|algerisk|arabisk|bosnisk|brasiliansk|bulgarsk|egyptisk|eritreisk|etiopisk|"
    r"filippinsk|færøsk|ghanesisk|"
    r"grønlandsk|græsk|indisk|irakisk|iransk|islandsk|italiensk|kinesisk|kosovoalbansk|kurdisk|libanesisk|"
    r"litauisk|lettisk|"
    r"marokkansk|nepalesisk|nigeriansk|norsk|pakistansk|palæstinensisk|persisk|polsk|portugisisk|rumænsk|"
    r"russisk|serbisk|somalisk|"
    r"spansk|svensk|syrisk|tamilsk|thailandsk|thai|tunesisk|tyrkisk|tysk|ukrainsk|ungarsk|vietnamesisk|dansk|"
    r"udenlandsk|romsk|ikke-vestlig|"
    r"anden etnisk|etnisk|muslimsk|mellemøstlig|afrikansk|romani)"
)
PEOPLE = (
    r"(?:afghaner|albaner|araber|bosnier|bulgarer|dansker|eritreer|filippiner|færing|grønlænder|græker|inder|"
    r"iraker|iraner|islænding|"
    r"italiener|kineser|kurder|libaneser|litauer|lette|marokkaner|nepaleser|nordmand|pakistaner|palæstinenser|"
    r"polak|rumæner|russer|"
    r"afrikaner|amerikaner|armenier|aserbajdsjaner|australier|belgier|brasilianer|brite|canadier|chilener|colombianer|congoleser|cubaner|"
    r"egypter|englænder|ester|etiopier|finne|franskmand|georgier|ghaneser|hollænder|indoneser|ire|israeler|japaner|jordaner|kosovar|kroat|"
    r"makedoner|mexicaner|moldover|mongol|nigerianer|peruaner|portugiser|roma|same|samisk|schweizer|skotte|slovak|slovener|sudaner|sydafrikaner|"
    r"tjekke|tjetjener|tuneser|ugander|yemenit|østriger|"
    r"serber|somalier|spanier|svensker|syrer|tamil|thailænder|tyrker|tysker|ukrainer|ungarer|vietnameser|"
    r"afghan|bulgarian|danish|"
    r"filipino|indian|iranian|iraqi|lithuanian|polish|romanian|syrian|turkish|ukrainian)"
)
JOBS = (
    r"\w{0,30}(?:assistent|hjælper|medarbejder|konsulent|lærer|pædagog|terapeut|plejerske|behandler|sekretær|"
    r"rådgiver|betjent|vejleder|leder|diætist|portør|laborant|jurist|læge|tandlæge|fører|montør|vagt|"
    r"kok|tekniker|kirurg|bandagist|fotograf|revisor|designer|oversætter|bogholder|forsker|visitator|tolk)\w{0,3}"
)
TRADE = (
    rf"(?:{JOBS}|patient\w*|borger(?:e|en|ne|nes)?|beboer\w*|elever|eleven|børn|børnene|unge|unges|ældre|"
    rf"mennesker|personer|voksne|klient\w*|"
    r"kunde\w*|kunder|brugere\w*|brugeren|pårørende|medarbejdere\w*|kolleger|indsatte|ledige|sygemeldte|"
    r"udsatte|familier|"
    r"\w*(?:hjem|hjemmet|center|centret|centeret|afdeling|afdelingen|afsnit|hospital|sygehus|klinik|bosted|"
    r"botilbud|skole|skolen|"
    r"institution|projekt|kommune|kommunen|forening|foreningen)|"
    r"kursus|kurser|kursist\w*|\w{0,20}uddann\w*|viden|kendskab|erfaring\w*|arbejdet|arbejder|"
    r"arbejde med|behandl\w*|terapi|pleje\w*|\w{2,12}pleje|"
    r"plejet|støtte\w*|støttede|undervis\w*|vejled\w*|rådgiv\w*|speciale\w*|specialpæd\w*|forsk\w*|"
    r"medicinhåndtering|dosering|"
    r"sagsbehandl\w*|sagsbehandling|forebyg\w*|\w*træning\w*|rehabilit\w*|omsorg|screening|udred\w*|afholdt|"
    r"håndter\w*|mentor|coach\w*|"
    r"tolk\w*|kørsel|salg|butik|ernæring|forflytning\w*|ergonomi|laboratori\w*|\w{0,20}klinik\w*|\w{0,20}organisation\w*|"
    r"patients?|clients?|pupils?|students?|staff|workers?|youths?|adults|children|residents?|customers?|cases?|checks?|"
    r"worked with|support(?:ed|ing)?|care|carer|nurse|officer|counsell?or|teacher|assistant|centre|ward|therapy|handled|taught|"
    r"organi[sz]ed|tilsyn|visum|elinstallation|tømrer|murer|maler|bartender|bar|folk|indsatte|samarbejde\w*|intolerance|temadag|deklaration|oplæg|rapport\w*|kampagne|instruktør|passede|passet|hjalp)"
)
OWN = (
    r"\b(?:jeg|har|fik|fået|haft|er|var|blev|været|lider af|døjer med|selv|min|mit|mine|egen|ramt af|pga|"
    r"på grund af|grundet|bevilget|"
    r"diagnosticeret med|konstateret|ned med|my|(?-i:I)|have|had|suffer(?:ed|ing)? from)\.?"
)


BODY = (
    r"(?:ryg|ryggen|nakke|nakken|skulder|skulderen|skuldre|skuldrene|knæ|knæet|knæene|hofte|hoften|hofter|"
    r"hånd|hånden|hænder|hænderne|arm|armen|arme|ben|benet|benene|fod|foden|fødder|lænd|lænden|hjerte|hjertet|"
    r"albue|albuen)"
)
ILLNESS = (
    r"depression(?:er|en)?|depressiv|antidepressiv\w*|deprimeret|stress?(?:et|en|ramt|sygemeldt|sygemelding|"
    r"sammenbrud)?(?![\w-]|[ ]?(?:analys|test))|angst(?:anfald|lidelse)?|"
    r"diskusprolaps(?:er)?|prolaps|piskesmæld|migræne|hovedpine|adhd|add|adhs|asperger\w*|autis(?:me|t|tisk)|"
    r"diabetes|diabetiker|sukkersyge|epilepsi|epileptiker|"
    r"\w{0,12}kræft(?:en|syg|sygdom|behandling|ramt|forløb)?|leukæmi|kemoterapi|kemo|senfølger|\w{0,8}gigt|"
    r"blodprop(?:per)?|hjerneryst\w*|hjerneskade(?:t)?|astma|kol|"
    r"ptsd|hiv(?:-?positiv|-?smittet)?|hepatitis|parkinsons?|muskelsvind|spasti\w+|hjertefejl|colitis|"
    r"bechterew\w*|lupus|tourettes?|tinnitus|søvnapnø|udbrændt(?:hed)?|ordblind(?:hed)?|dyslektiker|dysleksi|"
    r"\w{0,12}allergi|\w{0,10}allergisk(?: over)?|allergiker|eksem|psoriasis|fibromyalgi|s[ck]lerose|"
    r"sygdoms?(?:periode|forløb)|(?:alvorlig|kronisk|psykisk) sygdom(?:men)?|"
    r"kronisk syg|revalidering|"
    r"hørehæmmet|høreapparat(?:er)?|døv|blind|svagtseende|synshandicap\w*|kørestol(?:en)?|lam i|"
    r"handicap(?:pet)?|invalid|hjertestop|hjertesygdom|hjerteproblem\w*|stofskifte\w*|cøliaki|crohns?|bipolar|"
    r"skizofren\w*|"
    r"spiseforstyrrelse\w*|anoreksi|bulimi|alkoholproblem\w*|alkoholmisbrug|misbruger|misbrug|narkoman|"
    r"stofmisbrug|afhængighed|"
    r"indlagt|psykose|psykisk sårbar\w*|personlighedsforstyrrelse|borderline|ocd|"
    r"cancer|disability|disabled|wheelchair|dyslexi[ac]|migraine|"
    r"\w{0,10}operation(?:en)?"
)
AILMENT = (
    rf"(?:dårlig\w*|svag\w*|ødelagt\w*|slidt|opslidt|ondt i|smerter i|gigt i|problemer med|skade[tn]? i|"
    rf"opereret i|opereret|operation i|operere|nyt|ny|nye|brækket|brækkede|gener fra|slidgigt i|døjer med|bøvler med|"
    rf"pga\.?|grundet|på grund af)(?:[ ]\w+){{0,2}}[ ]{BODY}|"
    rf"(?:min|mit|mine) (?:ryg|nakke|skulder|skuldre|knæ|hofte|hofter|lænd|fod|fødder|syn|hørelse|helbred)|"
    rf"helbred(?:et)?|helbredsmæssig\w*|nedtur|(?:er|været|gik|gået|blev) i misbrugsbehandling|afvænn\w+|"
    rf"{BODY} (?:er dårlig\w*|driller|gør ondt|kan ikke|holder ikke|er slidt)|opereret|sygemeldt|"
    rf"sygemelding\w*|langtidssyg\w*|raskmeldt|sygedagpenge|\w{{0,8}}førtidspension(?:ist)?|"
    r"fleksjob(?:ber|bevilling|visiteret)?|flexjob|skåne(?:hensyn|behov)\w*|skånejob|ressourceforløb|"
    r"nedsat arbejdsevne|arbejdsskade(?:t)?|trafikskadet|nedslidt|høretab|tunghør|"
    r"nedsat (?:hørelse|syn)|\w*medicin mod|blodtryksmedicin|(?:mit|forhøjet|for højt|højt|lavt) blodtryk|"
    r"alkoholiker|tørlagt|ædru|clean(?= i|$)|nervesammenbrud|træthed|(?:ingen |ikke )tunge løft|"
    r"(?:efter|pga\.?|grundet|egen|længere tids) sygdom(?:men)?|sick leave|bad back"
)
FAITH = (
    r"muslim|islam|katolik|jøde|buddhist|hindu|hinduist|ateist|sikh|protestant|(?:katolsk|muslimsk|jødisk|"
    r"kristen|kristent|ortodoks|protestantisk|buddhistisk)(?=\W*$|[ ](?:og|men|tro|hjem|familie|baggrund|"
    r"opdragelse|mand|kvinde))|baptist|adventist|"
    r"mormon|jehovas vidner?|ramadanen|ramadan|tørklæde|hijab|niqab|religiøs|religiøse (?:grunde|årsager|"
    r"hensyn)|troende|mosk[eé](?:en)?|beder|"
    r"går i kirke|i moské|døbt|sabbat\w*|medlem af (?:den danske )?folkekirken|(?:ind|ud) af folkekirken|"
    r"medlem af (?:en )?menighed\w*|religion ?:"
)
LOVE = (
    r"homo|homoseksuel(?:t|le)?|heteroseksuel|bøsse|lesbisk|biseksuel|panseksuel|aseksuel|transkønnet|transperson|"
    r"transseksuel|transmand|transkvinde|nonbinær|non-binær|non-binary|queer|kønsskifte|trans(?=\W*$)|gay|"
    r"lesbian|transgender"
)
LAW = (
    r"\w{0,10}(?:straffe|børne)attest(?:en|er|erne)?|afson(?:et|er|ede|ing)|straffet|dømt|domfældt|fængslet|fængsels(?:dom|"
    r"straf)|fængsel|fængslet|fodlænke|løsladt|prøveløsladt|"
    r"prøveløsladelse|samfundstjeneste|(?:betinget|ubetinget) (?:dom|fængsel)|dom for|siddet inde|sad inde|"
    r"problemer med (?:loven|politiet)|(?:år|måneder|mdr\.?) for (?:\w+ )?(?:vold|tyveri|røveri|\w*smugling|"
    r"hash|stoffer|narko|bedrageri|svindel|indbrud|overfald|hæleri)|voldsdom|narkodom|spritdom|spritkørsel|"
    r"spirituskørsel|frakendt|"
    r"kriminel\w*|kriminalitet|sigtet for|varetægt\w*|bandemiljø\w*|criminal record|convicted|prison|conviction"
)
PATIENT = (
    r"overvægtig|svært overvægtig|smerteplaget|farveblind|natteblind|kræftsyg|hjertesyg|nyresyg|leversyg|lungesyg|sindslidende|psykisk syg|"
    r"kronisk syg|dement|gangbesværet|bevægelseshæmmet|synshæmmet|hørehæmmet|hjerneskadet|rygmarvsskadet|lam|spastiker|epileptiker|"
    r"allergiker|astmatiker|diabetiker|bløder|stammer|nedslidt|udbrændt|overfølsom|særligt sensitiv|psykisk sårbar|"
    r"\w{0,12}misbruger|narkoman|alkoholiker|ludoman|pillemisbruger|ordblind|talblind|amputeret|opereret|afholdende|ædru|clean|"
    r"transplanteret|dårligt hørende|dårligt gående|småtbegavet|udviklingshæmmet|autist|invalidepensionist|førtidspensionist|"
    r"dyslexic|disabled|deaf|blind|autistic|epileptic|diabetic|bipolar|overweight|sober|handicappet|psykotisk|maniodepressiv|"
    r"kræftpatient|hjertepatient"
)
CHURCH = (
    r"kirken?|kirkens|menighed|menigheden|menighedsråd|frikirke|moské|moske|moskeen|synagoge|pinsekirke|baptistkirke|metodistkirke|church|"
    r"mosque|congregation|parish|synagogue|temple|indre mission|luthersk mission|frelsens hær|bibelskole|søndagsskole|bibelkreds|kirkekor|"
    r"oasekirken|adventistkirken|scientology|jehovas vidner|folkekirken"
)
PARTIES = (
    r"Socialdemokrati|Socialdemokratiet|Venstre|SF|DF|Enhedslisten|De Radikale|Radikale|Konservative|De Konservative|Liberal Alliance|"
    r"Moderaterne|Alternativet|Dansk Folkeparti|Nye Borgerlige|Danmarksdemokraterne|Kristendemokraterne|DSU|Frie Grønne|Borgernes Parti"
)
PARTY = (
    r"Socialdemokrat(?:iet|erne|isk)?|Enhedslisten|Dansk Folkeparti|Radikale Venstre|(?:[Ff]or|[Ii]|[Aa]f|"
    r"[Hh]os|[Ss]temmer) (?:Det )?(?:Venstre(?! (?:side|hånd|Fjord))|SF|DF|Alternativet|[Dd]e Radikale|"
    r"[Dd]e Konservative|Radikale|Konservative)(?![\w-])|"
    r"Det Konservative Folkeparti|Konservative Folkeparti|Konservativ Ungdom|Radikal Ungdom|Liberal Alliance|"
    r"Moderaterne|Danmarksdemokraterne|Nye Borgerlige|Kristendemokraterne|"
    r"Socialistisk Folkeparti|DSU|Venstres Ungdom|[Bb]yrådskandidat|[Ff]olketingskandidat|[Pp]artimedlem|"
    r"[Vv]ælgerforening\w*|[Pp]olitisk aktiv"
)
UNION = (
    r"Dansk Metal|3[Ff](?:'er|er)?(?:e|ne)?|(?<!\d )HK(?:'er(?:e|ne)?)?|(?i:hk|foa|prosa|djøf)'er(?:e|ne)?|FOA|foa|BUPL|bupl|DSR|Dansk El-[Ff]orbund|El-[Ff]orbundet|"
    r"Finansforbundet|PROSA|IDA|Djøf|DJØF|djøf|DM(?! i )|Danmarks Sygeplejeråd|Sygeplejerådet|(?:(?<=af )|(?<=til ))Blik og Rør|"
    r"Magisterforeningen|Bibliotekarforbundet|Pharmadanmark|Danske Bioanalytikere|dbio|Jordbrugsakademikerne|"
    r"Forbundet Arkitekter og Designere|Dansk Psykolog ?[Ff]orening|Fængselsforbundet|Dansk Told (?:og|&) Skatteforbund|"
    r"Dansk Musiker ?[Ff]orbund|Dansk Artist ?[Ff]orbund|Dansk Formands ?[Ff]orening|Maskinmestrenes [Ff]orening|"
    r"Trafikforbundet|Kvindeligt Arbejderforbund|Specialarbejderforbundet|CO-industri|"
    r"Flyvebranchens Personale Union|Cabin Attendants Union|Metroforbundet|Forbundet Kultur og Information|"
    r"(?=[A-ZÆØÅ])\w{0,20}(?i:lærer|læge|terapeut|sygepleje|konstruktør|ingeniør|arkitekt|farmakonom|farmaceut|jordemoder|psykolog|"
    r"bibliotekar|journalist|musiker|officer|pilot|dyrlæge|maskinmester|præste|kordegne|organist|kirketjener|graver|funktionær|"
    r"bioanalytiker|diætist|tandplejer|arbejder|rådgiver|pædagog|sekretær|laborant|tekniker|frisør|jernbane|skuespiller|jurist|"
    r"økonom|magister|lokomotiv(?:fører|mands)|konduktør|tjener|gartner|elektriker|typograf)(?:e|er|nes|ernes|s)?"
    r"(?:forening|forbund|fagforening|landsforening)(?:en|et)?|"
    r"Danmarks Lærerforening|DLF|Blik- og Rørarbejderforbundet|NNF|Fødevareforbundet NNF|Krifa|"
    r"Kristelig Fagbevægelse|Det Faglige Hus|ASE|Ase|Malerforbundet|"
    r"Serviceforbundet|Dansk Sygeplejeråd|TL|Teknisk Landsforbund|Dansk Magisterforening|Frie Funktionærer|Lederne(?! (?:af|var|og|på|mødt\w*|havde|er|skal|kan)\b)|Jordemoderforeningen|GMB|Unite|UNISON|Yngre Læger|Ingeniørforeningen|"
    r"Ergoterapeutforeningen|Danske Fysioterapeuter|Socialpædagogerne|Dansk Socialrådgiverforening|Gymnasieskolernes Lærerforening|"
    r"SL|GL|Business Danmark|Teknisk Landsforbund|Dansk Journalistforbund|Frisørforbundet|Kost og Ernæringsforbundet|"
    r"Uddannelsesforbundet|Min A-kasse|Akademikernes A-kasse|Magistrenes A-kasse|Dansk Jernbaneforbund|Politiforbundet|CS|HKKF"
)
KIN = (
    r"(?:kone|mand|hustru|kæreste|kærste|samlever|ægtefælle|ægtemand|ekskone|eksmand|søn|sønner|datter|døtre|"
    r"børn|barn|barnebarn|børnebørn|tvillinger|forældre|mor|far|familie|(?:sviger|sted|pleje|mor|far)(?:mor|far|forældre|søn|datter|bror|søster)|"
    r"bror|søster|brødre|søskende|moster|faster|onkel|tante|fætter|kusine|samlevers|unger)"
)
WEDDED = (
    r"gift|ugift|enke|enkemand|fraskilt|skilt|samlevende|samboende|separeret|single|forlovet|enlig|married|"
    r"divorced|widowed|engaged"
)
MANY = r"(?:\d{1,2}|et|to|tre|fire|fem|seks|en|ingen|flere|små|voksne|store|two|three|four|one|no)"
CHILD = (
    r"(?:børn|barn|søn|sønner|døtre|datter|teenagere|drenge|dreng|piger|pige|kids|children|sons?|daughters?|"
    r"børnebørn|tvillinger|unger|poder)"
)
NURSING = (
    rf"\b(?:{JOBS}|\w*dagplej\w*|pas|passe|passer|passet|passede|ansvar\w*|gruppe\w*|stue\w*|klasse\w*|"
    rf"pædag\w*|alder|alderen|elever|institution\w*|"
    r"børnehave\w*|vuggestue\w*|sfo|undervis\w*|instruktør|træn\w*|plejefamilie|hold|særlige|tøj|børnetøj|"
    r"herre\w*|legeplads\w*|håndbold|fodbold|spejder\w*|"
    r"familie[rb]\w*|skole\w*|aflastning|kunder)\b"
)
