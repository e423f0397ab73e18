"""Words for those near to a person, whose jobs, papers and wishes stand in a CV beside the person's own."""

from ingestion.redaction_terms import KIN

_SOMEBODY = (
    rf"(?:{KIN}|brormand|(?:store|lille)(?:bror|søster)|broder|samleverske|svoger|svigerinde|nabo|ven|veninde|kollega|"
    r"chef|wife|husband|son|daughter|brother|sister|father|mother|girlfriend|boyfriend|aunt|uncle|friend)"
)
_DEFINITE = (
    r"(?:manden|brormanden|konen|hustruen|ægtefællen|samleveren|samleversken|kæresten|sønnen|datteren|broderen|søsteren|"
    r"moderen|faderen|naboen)"
)
_MINE = r"(?:min|mit|mine|mi|hendes|hans|deres|vores|my|his|her|our)"
RELATIVE = rf"(?:{_DEFINITE}|{_SOMEBODY})"
"""One near person, with or without whose; a part of a pattern that ignores case."""
RELATIVE_OF_MINE = (
    rf"(?:{_MINE} (?:\w+ )?{_SOMEBODY}|{_DEFINITE}|(?:store|lille)(?:bror|søster)|brormand|fætter|kusine)"
)
"""The same, told as the writer's: "min ældste datter", "konen"."""
