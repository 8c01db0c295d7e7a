"""The supervisor's other screens."""
