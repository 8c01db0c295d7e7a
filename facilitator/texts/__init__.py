"""Every sentence of the program: languages, names, phrases, reasons, and texts of cards, plans and reviews."""
