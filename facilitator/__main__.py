"""``python -m facilitator``."""

from facilitator.command_line.main import main

main()
