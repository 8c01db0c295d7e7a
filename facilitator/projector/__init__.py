"""What the group sees: a view made by one function from a list of allowed fields, and nothing else."""
