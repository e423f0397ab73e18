"""The labour market of some municipalities as one HTML file that needs nothing else: gathered, told, drawn, written."""
