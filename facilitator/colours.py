"""Colours that the desk and the group's view share."""

QUIET = "#8d9691"
"""What is said quietly on a dark ground."""
