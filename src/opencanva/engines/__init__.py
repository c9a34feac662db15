"""What makes images: the contract, the catalogue of engines, the frame that runs them, and the built-in ones."""
