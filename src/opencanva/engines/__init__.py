"""What makes images: the contract, the catalogue of engines, the frame around them, the built-in ones."""
