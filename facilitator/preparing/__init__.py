"""From a plan to a session made ready."""
