"""What was shown, chosen and undone, so that it can be proved, repeated, handed out and forgotten."""
