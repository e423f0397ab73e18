"""What in a CV is no job, and what stands where a title may: patterns of `employments`."""

import re

from ingestion.dialect import NOT
from ingestion.kin import RELATIVE
from ingestion.redaction_terms import COUNTRY
from ingestion.sections import SectionKind

NO_JOBS = frozenset(
    {SectionKind.INTERESTS, SectionKind.REFERENCES, SectionKind.WISHES, SectionKind.EDUCATION, SectionKind.LANGUAGES}
)
"""A dated line under education is a school; a trade learnt there is still the person's own."""
NO_JOB = re.compile(
    r"\b(?:ledig(?:hed)?|arbejdsløs\w*|arbejdssøgende|jobsøg\w*|dagpenge|kontanthjælp|mellem (?:to )?jobs?|"
    r"\w*orlov|barsel|"
    r"hjemmegående|sabbat\w*|jordomrejse|rejste|rejse(?:r)? (?:i|rundt)|højskole\w*|sprogskole\w*|"
    r"danskuddannelse\w*|skolepraktik|unemployed|"
    r"job ?seeking|between jobs|"
    r"maternity|parental leave|sabbatical|studerende|studerede|studier?\b|student(?!er)|efterløn|"
    r"(?:under )?uddannelse(?:n)?)\b"
    r"(?! (?:vejled|konsulent))",
    re.IGNORECASE,
)
"""Leave, studies and time without work; "studentermedhjælper" and "ledighedskonsulent" are jobs."""
EXAM = re.compile(
    r"\b(?:svendebrev|svendeprøve|eksamen|\w*bevis|\w*kursus|kurser|certifikat\w*|\w*uddannet|udlært|diplom|bachelor|kandidat|"
    r"grad|uddannelse|degree|graduated)\b",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"^\W*(?:stilling(?:sbetegnelse)?|titel|jobtitel|job|ansat som|title|position|role|periode|period|dates?)\s*:\s*|"
    r"^\W*(?:ansat|arbejdede|arbejde|job) som (?:en )?|^\W*(?:periode|period)\s*$",
    re.IGNORECASE,
)
NO_TITLE = re.compile(
    rf"{COUNTRY}|elev|lærling|praktikant|\w*praktik|vikar|afløser|ansat|fritidsjob|ferieafløser|medarbejder|frivillig|"
    r"apprentice|intern|trainee|employee|volunteer|praktikvejleder|tillids\w+|arbejdsmiljørepræsentant|superbruger|"
    r"tovholder|kontaktperson|nøgleperson|docker|(?:\w+ )+the \w+|(?:jeg|vi|man|det|der|her|i) .*",
    re.IGNORECASE,
)
"""What stands in the place of a title and names no job: where work was done, on what terms, or a task beside one."""
_LEARNT = re.compile(r"\b(?:GF ?[12]|\w*grundforløb\w*|\w*hovedforløb\w*)\b[^,;]{0,15}$", re.IGNORECASE)
"""What tells of a trade's school: "GF2 som vvs-energi"."""
_SOMEBODY = rf"\b(?:{RELATIVE}|han|hun|he|she)(?: (?:han|hun|he|she))?"
_ANOTHER = re.compile(
    rf"{_SOMEBODY}\s+"
    r"(?:er|var|blev|arbejder|is|was|works)\s+(?:også |pensioneret |uddannet |udlært )?(?:som )?(?:an? |as an? )?$|"
    r"█\W{0,3}(?:som|der|who)\s+(?:er|var|is)\s+(?:an? )?$",
    re.IGNORECASE,
)
"""What tells of somebody else's job."""
ANOTHER_DOES = re.compile(rf"{_SOMEBODY}(?: [\wæøå]+){{0,2}} $", re.IGNORECASE)
"""What tells of what somebody else does: "min mand kører" before "lastbil"."""
_IN_VAIN = re.compile(
    r"\b(?:søge|søgte|søgt|ansøgte|ansøgt|i spil|tilbudt|afslag|samtale|ville(?: gerne)? (?:være|have været|blive)|"
    r"drømte|mangler|applied|offered)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
"""What tells of a job that was applied for, offered or missed."""
_ADDRESSED = re.compile(r"^\W*(?:kære|hej|dear|til)\s+$|[\"“”„»«]\s*$", re.IGNORECASE)
"""Whom a letter is to, or what a course is called."""
NEVER = re.compile(rf"\b(?:{NOT}|aldrig|ingen|never|not)\b[^,.;]*$", re.IGNORECASE)
STANDS_IN = re.compile(
    r"\b(?:\w*vikar|\w*afløser|hjælper|stedfortræder|substitute) for(?: en| den| vores| the)? $", re.IGNORECASE
)
"""Who stands in for somebody does that one's job: "vikar for graveren"."""
LEADS_IN = re.compile(
    rf"\W*(?:[^.,;:]{{0,20}}\b(?:før|inden|tidligere|bagefter|derefter|engang|først|sidst|senest|nu|job|arbejde|"
    rf"da jeg var|dengang|before|earlier|now|{COUNTRY}|danmark)\b[^.,;:]{{0,20}}|"
    r"i (?:[A-ZÆØÅ][\wæøå]+|█+)(?: før)?):\s*",
    re.IGNORECASE,
)
"""Where or when a job was, before it: "i Polen:", "da jeg var 15:"."""
NOT_OWN = (NEVER, _ANOTHER, _LEARNT, _IN_VAIN, _ADDRESSED)
"""What stands before a title that is none the person has held."""
