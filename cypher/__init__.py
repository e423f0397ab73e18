"""The sentences for Neo4j: every Cypher statement the service runs, as named queries in *.cypher files."""
