"""Where sessions are kept: one folder, one file per group, and the journal of the session now running.

``files`` is the only module that writes; ``codec`` decides what can be written at all, ``decoding`` reads it;
``groupfile`` knows the form of a group's file and its versions, ``database`` writes it, by TinyDB and whole, ``groups``
knows what is kept in them, ``glances`` what a list of them needs; ``rights`` closes the folder to others; ``journal``
appends and syncs one line per event from its own thread; ``lock`` is the lock of the one program that writes;
``folder`` knows the names of things and who may write.
"""
