"""What each family of documents adds to what every document gives."""
