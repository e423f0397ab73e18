"""The ways in: the command line, GraphQL and the demo; the only room that knows the others."""
