"""The commands of the shell: their options, doctor and the demonstration."""
