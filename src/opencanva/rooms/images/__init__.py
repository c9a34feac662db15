"""Images: facts about the bytes we hold."""
