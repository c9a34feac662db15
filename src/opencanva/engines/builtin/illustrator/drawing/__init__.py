"""The drawing half of the Illustrator: a scene, a size and a seed become a picture."""
