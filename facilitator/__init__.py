"""The program: a supervisor's desk and what the group sees."""

__version__ = "1.0.0"
