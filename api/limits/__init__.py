"""What one request, one caller and one connection may ask of the service."""
