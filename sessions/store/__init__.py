"""Where sessions are kept: one folder, one file per group, and the journal of the session now running.

``files`` is the only module that writes; ``codec`` decides what can be written at all; ``groupfile`` is
a storage for TinyDB that replaces files whole and knows their versions, ``groups`` what is kept in them; ``rights``
closes the folder to others; ``journal`` appends and syncs one line per event from its own thread;
``folder`` knows the names of things and who may write.
"""
