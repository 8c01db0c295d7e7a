"""The deck: exercise cards, question cards and plans, their format, and how they are read and chosen.

The texts are files (``cards``, ``questions``, ``plans``), read when they are first needed. Nothing here knows of
screens or of the running session.
"""
