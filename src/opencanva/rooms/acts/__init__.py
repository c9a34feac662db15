"""Acts: what organising did, so that it can be taken back and done again."""
