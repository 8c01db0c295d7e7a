"""The live screen: what it says, its acts and its dialogs."""
