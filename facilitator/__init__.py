"""The program: a supervisor's desk and what the group sees."""

__version__ = "0.1.0"
