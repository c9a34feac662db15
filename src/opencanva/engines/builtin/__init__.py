"""The engines that ship with Open Canva: each module or package here is one, its `ENGINE` the class."""
