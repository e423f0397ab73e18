"""Words for those near to a person, whose jobs, papers and wishes stand in a CV beside the person's own."""

_SOMEBODY = (
    r"(?:mand|kone|hustru|ægtefælle|samlever(?:ske)?|kæreste|(?:bedste|far|mor|sviger)?(?:far|mor)|forældre|søn|datter|"
    r"(?:store|lille)?(?:bror|broder|søster)|brormand|onkel|tante|moster|faster|fætter|kusine|svoger|svigerinde|nabo|ven|"
    r"veninde|kollega)"
)
_DEFINITE = (
    r"(?:manden|brormanden|konen|hustruen|ægtefællen|samleveren|samleversken|kæresten|sønnen|datteren|broderen|søsteren|"
    r"moderen|faderen|naboen)"
)
_ENGLISH = r"(?:wife|husband|son|daughter|brother|sister|father|mother|girlfriend|boyfriend|aunt|uncle)"
_MINE = r"(?:min|mit|mine|hendes|hans|vores|my|his|her|our)"
RELATIVE = rf"(?:{_DEFINITE}|{_SOMEBODY}|{_ENGLISH})"
"""One near person, with or without whose; a pattern that ignores case."""
RELATIVE_OF_MINE = (
    rf"(?:{_MINE} (?:\w+ )?(?:{_SOMEBODY}|{_ENGLISH})|{_DEFINITE}|(?:store|lille)(?:bror|søster)|"
    r"brormand|fætter|kusine)"
)
"""The same, told as the writer's: "min ældste datter", "konen"."""
