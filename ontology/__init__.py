"""What exists and how it may be related: the words that every other room speaks."""
