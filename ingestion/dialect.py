"""Small words as they are said over the country and by who learns Danish: parts of patterns that ignore case."""

NOT = r"(?:ikk?e?|itj)"
"""A "not": "ikke", in Jutland "ik" and "itj"; followed by the end of a word."""
ME = r"(?:jeg|jæ|a|æ|vi)"
"""Who writes; "a" and "æ" in Jutland."""
