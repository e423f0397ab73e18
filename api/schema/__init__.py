"""The GraphQL schema, a first form; one file a subject."""
