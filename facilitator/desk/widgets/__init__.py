"""The desk's own widgets and dialogs."""
