"""How large a session can be: for who makes one, reads one, or asks for one."""

MOST_ITEMS = 60
"""A plan or session longer than this is refused: no glance could take it in."""
MOST_PEOPLE = 60
SHORTEST, LONGEST = 10, 600
"""Minutes: ten hours."""
