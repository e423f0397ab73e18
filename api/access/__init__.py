"""Who may ask for what: tokens to callers, the table of rights, and the guarded way to the use cases."""
