"""The engines that ship with Open Canva, found in the same way as anybody else's."""
