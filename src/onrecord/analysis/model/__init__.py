"""The trained model: word pieces in, spans of every head and links between them out."""
