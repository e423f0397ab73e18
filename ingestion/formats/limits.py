"""What a file may cost: sizes, depths and counts that no honest CV comes near."""

MEGABYTE = 1_000_000
LARGEST_BYTES = 20 * MEGABYTE
LARGEST_UNPACKED_BYTES = 100 * MEGABYTE
MOST_TIMES_PACKED = 200
"""Beyond this ratio a packed part that is also larger than `SMALL_BYTES` is a bomb; XML packs up to about 50 times."""
SMALL_BYTES = 2 * MEGABYTE
MOST_PARTS = 1_000
"""Parts of a DOCX or ODT."""
MOST_MEMBERS = 200
"""Documents in a ZIP."""
MOST_PAGES = 60
MOST_CHARACTERS = 400_000
DEEPEST = 120
"""Elements, lists or objects inside each other."""
SECONDS = 10
OCR_SECONDS = 180
MEMORY_BYTES = 1_000 * MEGABYTE
"""Address space of the child; it stands at about 150 MB when it has read an ordinary PDF."""
LARGEST_PIXELS = 25 * MEGABYTE
"""Of an image that is recognised: an A4 page at 400 dots an inch has 15 million."""
