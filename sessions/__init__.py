"""What a session is: plans, people, turns, goals, time, the running session, its record and where it is kept.

The pure part (everything but ``clock``, ``running`` and ``store``) does no input or output and reads no
clock: instants come in as arguments. Nothing here knows of exercises, screens or languages.
"""
