"""The live session as plain lines, for a screen reader or a braille display: the same table of commands and engine."""
