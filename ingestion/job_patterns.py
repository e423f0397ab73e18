"""What in a CV is no job, and what stands where a title may: patterns of `employments`."""

import re

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
