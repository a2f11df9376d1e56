"""What is made of views: sites, documents, sheets."""
