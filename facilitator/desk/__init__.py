"""The supervisor's screens. Screens turn keys into commands and show values; they hold no truth of their own."""
