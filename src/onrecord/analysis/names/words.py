"""The word tables of name recognition: titles, roles, kinds of organisation, words that are no names."""

from onrecord.knowledge.first_names import Gender


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _names(names: str) -> frozenset[str]:
    return frozenset(name.strip() for name in names.split("|"))


TITLE_HEADS = _set("""
    Mr. Mrs. Ms. Mr Mrs Ms Miss Mister Mx. Dr. Dr Prof. Prof Professor Sen. Sens. Senator Rep. Reps.
    Representative Congressman Congresswoman Gov. Govs. Governor Gen. General Lt. Lieutenant Col. Colonel
    Maj. Major Capt. Captain Sgt. Sergeant Cpl. Corporal Adm. Admiral Cmdr. Commander Rev. Reverend Fr.
    Father Sister Brother Pastor Bishop Archbishop Cardinal Pope Rabbi Imam Ayatollah Sheikh Sheik Hon.
    Judge Justice Sheriff Detective Officer Inspector Constable Superintendent Attorney Prosecutor
    Ambassador Amb. Envoy Consul President Premier Chancellor Minister Secretary Speaker Leader Chairman
    Chairwoman Chair Chairperson Director Chief Mayor Councilman Councilwoman Councillor Councilor
    Committeeman Committeewoman Assemblyman Assemblywoman Alderman Commissioner Treasurer Comptroller
    Messrs. Pres. Supt. Atty.
    King Queen Prince Princess Emperor Empress Emir Sultan Sir Dame Lord Lady Baroness Baron Duke Duchess
    Count Spokesman Spokeswoman Spokesperson Strategist Coach Manager Analyst Economist Historian
    Comedian Actor Actress Singer Author Editor Journalist Activist Candidate Nominee Lawyer Counsel CEO
    CFO MP MEP Marshal Taoiseach Tánaiste Majesty Highness Deputy Principal Dean Pundit
""")
"""A title's last word before a name: "Prime Minister", "U.S. Sen."."""

TITLE_WORDS = _set("""
    Vice Deputy Assistant Acting Interim Former Prime Foreign Defense Defence Finance Interior Home
    Health Justice State Treasury Commerce Labor Labour Energy Education Agriculture Transport
    Transportation Trade Economy Economic Environment Culture Press Chief Executive House Senate Majority
    Minority Supreme Permanent Special First Second General Attorney Army Navy Police Opposition Party
    Shadow Cabinet Campaign Republican Democratic Democrat Conservative Liberal Green Independent
    Socialist District County City National Federal Regional Lead Senior Co-Chair Then-President
    Then-Secretary Ex-President Under Political Founding Crown Grand Great His Her Security Intelligence
    Internal External Affairs Of Staff Lt. Brig. Maj. Col. Vice-President Non-Executive Managing
""")
"""Words that a title may begin with; alone they are no part of a name."""

MALE = _set("""
    Mr. Mr Sir Lord King Prince Emperor Emir Sultan Father Brother Pope Imam Ayatollah Sheikh Sheik
    Congressman Chairman Spokesman Councilman Alderman Duke Baron Count Actor Bishop Rabbi Cardinal Fr.
""")

FEMALE = _set("""
    Mrs. Mrs Ms. Ms Miss Dame Lady Baroness Queen Princess Empress Sister Congresswoman Chairwoman
    Spokeswoman Councilwoman Duchess Actress
""")

ROLE_GENDER: dict[str, Gender] = {
    "spokesman": "m", "spokeswoman": "f", "chairman": "m", "chairwoman": "f", "congressman": "m",
    "congresswoman": "f", "businessman": "m", "businesswoman": "f", "councilman": "m",
    "councilwoman": "f", "king": "m", "queen": "f", "prince": "m", "princess": "f", "actor": "m",
    "actress": "f", "father": "m", "mother": "f", "son": "m", "daughter": "f", "brother": "m",
    "sister": "f", "husband": "m", "wife": "f", "widow": "f", "widower": "m", "uncle": "m", "aunt": "f",
    "policeman": "m", "policewoman": "f", "man": "m", "woman": "f", "boy": "m", "girl": "f",
    "nephew": "m", "niece": "f", "grandmother": "f", "grandfather": "m", "salesman": "m",
    "waitress": "f", "heiress": "f", "hostess": "f", "emperor": "m", "empress": "f",
}  # fmt: skip

ROLES = frozenset(ROLE_GENDER) | _set("""
    supporter critic ally friend colleague member donor backer delegate relative cousin partner follower
    assistant technician clerk receptionist librarian curator auditor accountant architect president
    premier chancellor minister secretary speaker leader spokesperson senator representative governor
    mayor lawmaker legislator deputy ambassador envoy diplomat general colonel major captain lieutenant
    sergeant admiral commander chief director head chair chairperson ceo executive founder owner manager
    coach judge justice prosecutor attorney lawyer solicitor barrister sheriff officer detective
    inspector commissioner professor lecturer historian economist analyst strategist researcher scientist
    expert scholar author writer novelist poet journalist reporter correspondent editor columnist host
    anchor commentator broadcaster comedian singer rapper musician producer artist activist campaigner
    organizer organiser volunteer candidate nominee contender hopeful front-runner frontrunner challenger
    incumbent rival opponent aide adviser advisor counsel consultant pollster doctor physician surgeon
    nurse teacher principal student farmer worker engineer pilot driver player striker midfielder winner
    resident neighbor neighbour witness victim survivor suspect defendant veteran soldier pope bishop
    archbishop cardinal priest pastor imam rabbi cleric official treasurer comptroller coordinator dean
    provost superintendent banker investor trader billionaire entrepreneur mogul developer politician
    pontiff prelate congressperson convener convenor shopkeeper referee defender goalkeeper bystander
    onlooker motorist commuter tourist villager pensioner retiree geologist seismologist runner skipper
    client lady co-founder choreographer councillor councilor mep mp monarch dictator strongman ruler
    warlord militant
    counterpart
""")
"""What somebody is, in small letters: before a name, in an apposition, or instead of a name."""

SAME_ROLES: dict[str, frozenset[str]] = {
    "pontiff": _set("pope"),
    "monarch": _set("king queen emperor empress sultan"),
    "lawmaker": _set("senator representative legislator mp mep congressman congresswoman"),
    "legislator": _set("senator representative lawmaker mp mep congressman congresswoman"),
    "envoy": _set("ambassador"),
    "billionaire": _set("businessman businesswoman founder"),
    "cleric": _set("imam ayatollah sheikh"),
    "officer": _set("sergeant constable inspector detective superintendent lieutenant captain corporal sgt"),
    "prelate": _set("bishop archbishop cardinal"),
}
"""What somebody may be called again."""

HEADS_OF_STATE = _set("""
    president premier chancellor leader king queen monarch ruler emir sultan minister
""")
"""Roles that "the Kremlin leader" and "the Russian leader" may mean."""

ORGANISATIONS = _set("""
    Echo Mail Mirror Express Standard Argus Courier Examiner Inquirer Sentinel Dispatch Register Record
    Globe Wire Mills Dynamics Foods Steel Energy Oil Petroleum Motor Bancorp Capital Securities Insurance
    Telecom Communications Entertainment Software Labs Solutions Ventures Logistics Shipping Mining
    Resources Ministry Department Office Agency Bureau Commission Committee Council Authority
    Administration Board Service Party Union Front Movement Alliance Coalition League Federation
    Confederation Association Society Organization Organisation Foundation Institute Institution Center
    Centre Fund Trust Group Corp Corp. Corporation Inc Inc. Ltd Ltd. LLC PLC plc GmbH AG Company Co.
    Holdings Partners Bank Exchange University College School Academy Church Court Tribunal Parliament
    Congress Senate Assembly Knesset Duma Bundestag Reichstag Commons Lords Cabinet Army Navy Force
    Forces Guard Guards Corps Police Command Brigade Battalion Times Post Journal News Herald Tribune
    Gazette Telegraph Guardian Observer Chronicle Daily Weekly Magazine Review Press Radio Television TV
    Network Club United City Hospital Clinic Museum Library Airlines Airways Motors Electric
    Pharmaceuticals Technologies Systems Industries Media Studios Pictures Records Brothers Associates
    Initiative Project Program Programme Campaign PAC Caucus Conference Forum Summit Nations Taliban
    Hamas Hezbollah Fed Treasury Interpol Squad Watch International Reserve Mission Secretariat Chamber
    Laboratory Laboratories Teamsters Government Faction Militia Resistance Embassy Consulate Directorate
    Inspectorate Registry Division Rovers Wanderers Athletic Albion Rangers Hotspur FC AFC SC CF FK Ltda SpA
    NV AB SA S.A. SE Oy Athletics Healthcare Pharma Cartel Conservatives Democrats Greens Liberals
    Republicans Socialists
""")
"""A word that makes the name it stands in an organisation's."""

ORGANISATION_HEADS = _set("""
    Ministry Department Office Agency Bureau Commission Committee Council University College Bank
    Institute Center Centre Court Party Union Association Organization Organisation Society Board Fund
    Foundation Academy School Centers Centres Institutes Chamber House Church Federation Confederation
    League Army Embassy Administration Authority Service
""")
"""Organisation words that go on with "of", "for" or "on": "Ministry of Defence"."""

ORGANISATION_NAMES = _names("""
    Morgan Stanley|Goldman Sachs|Wells Fargo|Eli Lilly|Lockheed Martin|Aston Villa|Aston Martin|Merrill Lynch|
    Charles Schwab|Calvin Klein|Ralph Lauren|Hugo Boss|Louis Vuitton|Philip Morris|Booz Allen|Rolls-Royce|
    Rolls Royce|Harley-Davidson|Thomson Reuters|Berkshire Hathaway|Standard Chartered|Credit Suisse|
    Deutsche Telekom|Saint Laurent|John Lewis|Johnson & Johnson|Smith & Wesson|Ernst & Young|Marks & Spencer|
    Warner Bros|Warner Bros.|Boko Haram|Sinn Fein|Sinn Féin|Plaid Cymru|Fine Gael|Fianna Fáil|Fianna Fail|
    Al Shabaab|Al-Shabaab|Al Qaeda|Al-Qaeda|Islamic State
""")
"""Organisations that look like persons, or like nothing, by their words."""

INSTITUTIONS = _set("""
    Congress Parliament Hamas Hezbollah Taliban Interpol Knesset Duma Europol Eurostat Frontex Nato Unicef
    Unesco Opec Fifa Uefa Ofcom Ofsted Ofgem Mossad Fatah Likud Fidesz Greenpeace Oxfam Wikileaks WikiLeaks
    Bundestag Bundesbank Reichstag Pentagon Stormont Sejm Riksdag Storting Folketing Cortes Vatican
""")
"""Organisations of one word that is no acronym."""

COMPANIES = _set("""
    Twitter Facebook Google YouTube Instagram Amazon Apple Microsoft Netflix Tesla Uber Snapchat TikTok
    WhatsApp Telegram Wikipedia Labour
""")
"""Companies whose names are seldom persons', and often things': organisations where they speak."""

COMPANY_KINDS = _set("""
    chipmaker carmaker automaker drugmaker planemaker shipbuilder shipmaker toymaker phonemaker toolmaker
    steelmaker retailer lender insurer brewer distiller airline carrier broadcaster startup start-up rival
    bookmaker bank company firm conglomerate manufacturer supermarket utility miner refiner tech-giant giant
    newspaper charity nonprofit non-profit think-tank thinktank watchdog regulator operator
    developer supplier wholesaler publisher brokerage consultancy fund party militia cartel union club side
    group agency studio label hospital school university
""")
"""In small letters before a name they say that it is an organisation's: "chipmaker Acme"."""

ORGANISED = _set("""
    People Workers Women Children Students Teachers Parents Journalists Doctors Lawyers Judges Voters
    Families Residents Scientists Reporters Police Campaign
""")
"""Those who have a party or union: no mere openers of sentences in "People Power Party"."""

QUALIFYING = _set("Senior Former Current Top Rival Fellow Veteran Local Opposition Ruling Then")
"""Capitalised to open a sentence, they belong to what stands behind an organisation's name."""

NO_PERSON = _set("""
    War Wars Cup Act Day Days Night East West North South Street Avenue Road Square Bridge River Lake Sea
    Ocean Bay Gulf Island Islands Mountain Mountains Mount Valley Desert Strait Canal Peninsula Airport
    Station Park Hall House Palace Tower Building Hotel Theatre Theater Stadium Arena Games Olympics
    League Award Awards Prize Festival Tuesday Revolution Spring Agreement Accord Accords Treaty Pact
    Deal Protocol Convention Declaration Constitution Amendment Bill Law Rights Lives Matter Code Plan
    Order Age Century World Stage Era Depression Holocaust Bible Quran Koran Christmas Easter Ramadan
    Thanksgiving Halloween Internet Web Earth Moon Mars Sun God Heaven Hell County State States Province
    Region District Territory Territories Republic Kingdom Empire Zone Bank Strip Heights Beach Springs
    Falls Hills Creek Harbor Harbour Port Point Cape Fort Camp Base Field Room Floor Wing Line Wall Star
    Book Movie Show Tonight Today Live Late Morning Evening Story Stories Report Study Survey Poll Index
    Medicaid Medicare Obamacare Brexit Covid Covid-19 COVID COVID-19 Social Policy Security Care Foreign
    Affairs Democracy Republicanism Islam Christianity Judaism Buddhism Hinduism Communism Marxism
    Zionism Twitter Facebook Google YouTube Instagram Amazon Apple Microsoft Netflix Tesla Uber Snapchat
    TikTok WhatsApp Telegram Wikipedia Republican Republicans Democratic Democrat Democrats Tories
    Conservatives Liberals Americans Muslims Christians TV PDF PAC OK AM PM DC DNA HIV AIDS GDP CEO Q&A
    Mid
""")
"""A word whose name is no person's."""

DAYS_AND_MONTHS = _set("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December Mon Tue Wed Thu Fri Sat Sun Jan. Feb. Mar. Apr. Aug. Sept.
    Oct. Nov. Dec.
""")

SURNAMES_TOO = _set("""
    Hall Day West North Law Lake Street Park Field Church House Wall Moon Bridge Post Guard Star
    Mountain Islam Book Rivers Bay Fort Hill Sun Base Floor Force Lords
""")
"""Of these words those that a known first name may go with."""

FUNCTION_WORDS = _set("""
    The A An In On At But And Or He She It They We You I This That These Those As For From With By Of To
    If When While After Before Since His Her Its Their Our My There Because Although Though However What
    Who How Why Where Not
""")
"""Capitalised, they begin a sentence, also where the one before ends in a name with a point."""

SHORT_TITLES: dict[str, str] = {
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "prof": "professor",
    "rev": "reverend", "col": "colonel", "capt": "captain", "lt": "lieutenant", "sgt": "sergeant",
    "adm": "admiral", "amb": "ambassador", "congressman": "representative",
    "congresswoman": "representative",
}  # fmt: skip

LONE_WORDS = _set("""
    First Second Third Last Next New Old Good Great Big Republican Democratic Democrat Conservative
    Liberal Christian Muslim Jewish Catholic Arab Western Eastern Northern Southern Black White Asian
    Latino Hispanic Internet Web God Street Road Avenue Net Gross Senior Chief Deputy Vice Acting Prime
    Foreign Interior Special National Supreme
""")
"""Capitalised words that begin names and are none alone."""

NOT_NAMES = _set("""
    Published Posted By-line Reported Reporting Written Edited The A An This That These Those There Here
    He She It We You They I His Her Its Our Your Their My Me Him Us Them Who What When Where Why How
    Which Whose Whether While If Though Although Because Since Until Unless Once After Before During
    Despite Amid Among Between Under Over Above Below About Against Across Along Around Behind Beside
    Besides Beyond By For From In Inside Into Like Near Of Off On Onto Out Outside Per Through Throughout
    To Toward Towards Up Upon With Within Without At As And But Or Nor So Yet Not No Yes Also Even Just
    Only Still Then Now Today Tonight Tomorrow Yesterday Later Earlier Meanwhile However Moreover
    Furthermore Instead Indeed Perhaps Maybe Nevertheless Nonetheless Otherwise Therefore Thus Hence
    Rather Again Already Always Never Ever Often Sometimes Usually Recently Currently Finally Eventually
    Ultimately Initially Previously Separately Additionally Specifically Apparently Reportedly Allegedly
    Clearly Obviously Certainly Unfortunately Fortunately Hopefully According Asked Speaking Citing
    Calling Given Noting Adding Saying Responding Referring Writing Looking Facing Based Compared Born
    Founded Led Backed Some Many Most Much More Less Few Several Both Each Every Either Neither All Any
    Another Other Others Such Same Own One Two Three Four Five Six Seven Eight Nine Ten Hundreds
    Thousands Millions Dozens None Fewer Is Are Was Were Be Been Being Do Does Did Has Have Had Can Could
    Would Should Will Shall Might Must Let Don't Didn't Doesn't Isn't Aren't Won't Can't Thank Thanks
    Please Well Oh Ok Okay Hey Hi Hello Dear Sorry Sure Right Wrong True False Nothing Something
    Everything Anything Everyone Someone Anyone Nobody Somebody Everybody Anybody Part Type Photo Image
    Source Continue Read See Watch Click Follow Share Sign Subscribe Updated Update Breaking Exclusive
    Opinion Analysis Video Advertisement Editor's Note Correction Related Sen-elect Critics Experts
    Officials Analysts Supporters Opponents Voters Police Authorities Lawmakers Residents Investigators
    Prosecutors Doctors Scientists Researchers Witnesses Protesters Activists Observers Economists
    Diplomats Journalists Reporters Sources Members Leaders People Women Men Children Students Teachers
    Workers Parents Families Politicians Polls Pollsters Poll Troops Soldiers Rebels Militants Fighters
    Judges Lawyers Attorneys Investors Traders Markets Shares Campaign Candidates Rivals Aides Advisers
    Advisors Allies Donors Strategists Pundits Insiders Representatives Former Following Including
    Regarding Concerning Considering Considered Ahead Back Down Far Long Early Late Enough Full Half
    Quite Too Very Really Almost Nearly Roughly Mostly Largely Especially Particularly Generally
""")
"""Capitalised at the beginning of a sentence or headline, and no name there."""

PARTICLES = _set("""
    van von de da del della der den di do dos du la le bin ibn bint ben abu al el zu ter af das ten
""")

FIRST_IN_ORGANISATION = _set("General National Royal International Central American European Federal")

_SECTORS = {
    "GOV": """
        governor gov mayor official officials government governments minister ministers ministry
        diplomat diplomats authority authorities administration premier chancellor envoy ambassador
        cabinet regulator regulators treasury
    """,
    "LEG": """
        lawmaker lawmakers legislator legislators senator senators congressman congresswoman congressmen
        parliament parliamentarian parliamentarians mp mps mep meps congress senate deputies
    """,
    "COP": "police policeman policemen detective detectives sheriff",
    "MIL": """
        military army soldier soldiers troops commander commanders general generals navy forces marines
    """,
    "JUD": "judge judges court courts prosecutor prosecutors tribunal jury",
    "REB": "rebel rebels militant militants insurgent insurgents guerrillas",
    "JRN": "journalist journalists reporter reporters newspaper newspapers editor editors",
    "MED": "doctor doctors nurse nurses physician physicians hospital medics",
    "BUS": "company companies executive executives investor investors firm firms",
    "PTY": "party campaign democrats republicans democrat republican tories",
    "CVL": "protester protesters activist activists resident residents civilians voters",
    "EDU": "teacher teachers student students professor professors",
    "REF": "refugee refugees migrants",
    "REL": "bishop bishops cleric clerics priest priests pastor pope imam church",
}
PEOPLE_SECTORS = {word: sector for sector, words in _SECTORS.items() for word in words.split()}
"""PLOVER's sector for what people are, where the word says it plainly."""

TITLE_SECTORS = PEOPLE_SECTORS | {
    **dict.fromkeys(("president", "secretary", "king", "queen"), "GOV"),
    **dict.fromkeys(("sen", "rep", "representative"), "LEG"),
    **dict.fromkeys(("gen", "col", "admiral", "adm"), "MIL"),
}
"""The same for a title in capitals: "President Doe" governs, "the club's president" does not."""

COLLECTIVES = _set("""
    ministry government administration agency department office company firm bank party campaign court
    committee commission council university police army military parliament congress senate union group
    organization organisation association network newspaper paper magazine station embassy bureau board
    team club hospital school church institute foundation charity coalition alliance militia navy force
    service authority treasury cabinet broadcaster publisher outlet website tribunal panel regulator
    watchdog airline bloc presidency chancellery
""")
"""Small-letter heads that are organisations: "the ministry said"."""

DOCUMENTS = _set("""
    report reports poll polls survey surveys study studies letter letters statement statements document
    documents data law laws bill ruling figures statistics article articles book memo email emails tweet
    tweets post posts filing filings lawsuit complaint indictment affidavit transcript readout release
    analysis evidence research history signs message messages dispute estimate estimates record records
    numbers results film movie video ad ads speech constitution treaty agreement rule rules order
    decision editorial column polling findings images footage
""")
"""What is written rather than somebody who speaks."""

PEOPLE = _set("""
    source ombudsman
    second fourth fifth sixth people lady guy guys couple one another handful number third quarter lot
    lots dozen bunch men women children kids folks youths folk police everyone everybody someone somebody
    anyone nobody majority majorities percent others many some most several few none all both insiders
    public crowd audience family electorate population half two three four five dozens hundreds thousands
    millions
""")
"""Words for people that do not show it by their ending."""

LOCATIVES = _set("""
    in at near from to outside around across toward towards into of
""")
"""Before a name they make a place of it."""

URBAN = _set("""
    street streets mayor airport suburbs suburb residents police subway metro skyline centre center
    downtown district districts square old city central main university hospital hospitals museum museums
    roads traffic port river population stadium hotels hotel parks park cathedral weather south north
    east west outskirts railway station largest oldest red iconic famous busiest zoo opera theatre
    theatres theaters restaurants schools homeless
""")
"""After a capital's name they show that the city is meant."""

LEADING = _set("""
    said says
    by from to according as and but even also while when meanwhile for with in among both either like
    including though although because if so
""")
"""Small words that a source may begin with and that are no part of who speaks."""

ADJECTIVES = _set("""
    current former male female local state serving retired civilian senior junior military political public
    private young old foreign domestic national regional federal religious
""")
"""Before "and" they go with the noun behind the next one: "current and former officials"."""

REFLEXIVES = _set("himself herself itself themselves")

BOUNDARIES = _set("""
    each themselves itself himself herself also whether because although though if when while where why
    how of for from in at with on to by who whom whose that which about near against under among
    including like as speaking familiar close briefed involved working over across after before during
    since via within without between outside inside behind around into asked said backing supporting
    representing opposing running seeking affiliated aligned based linked and or
""")
"""Words that end a noun phrase of a source."""

QUANTIFIERS = _set("most many some all few several other these those both no more fewer")
"""Before a capitalised word they show that it names a kind of people, not one."""

GENERIC = _set(
    "agency organization organisation group company firm body institution charity club network alliance bloc"
)
"""An organisation in small letters that may be any sort of organisation named before."""

DETERMINERS = _set("""
    the these those some many most several two three four five six seven eight nine ten dozens hundreds
    thousands other its their his her all both more few no of
""")
"""What a noun phrase of several may begin with; with "of" what stands before it goes on: "dozens of"."""
