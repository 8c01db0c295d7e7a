"""What many records tell together. Pure: records come in, figures and proposals go out.

``past`` is the little that a place in a series is known by, ``series`` that place and its rhythm, ``proposing`` the
next session with its reasons; ``drift``, ``methods`` and ``progress`` are the review of a group; ``years`` counts over
all groups, ``retention`` says whose history it is time to erase.
"""
