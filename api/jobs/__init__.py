"""Long work in the background: files that are handed in, and jobs with progress."""
