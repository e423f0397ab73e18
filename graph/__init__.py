"""The graph and the thinking over it: proximity, moves, scoring, bridges, explanation, and the stores."""
