"""Where the graph is kept: the ports, and an adapter for each technology."""
