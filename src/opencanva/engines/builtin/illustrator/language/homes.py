"""Where subjects are at home, for prompts that name no place."""

from __future__ import annotations

_HOMES = """
sea: lighthouse ship sailboat pirate-ship ferry yacht rowboat whale dolphin orca seal anchor buoy iceberg canoe
underwater: shark octopus squid jellyfish tropical-fish fish blowfish coral submarine mermaid merman merperson seahorse lobster
beach: starfish palm-tree crab sandcastle beach-umbrella person-surfing man-surfing woman-surfing spiral-shell deck-chair surfboard
desert: camel two-hump-camel cactus pyramid sphinx scorpion
savanna: zebra giraffe rhinoceros hippopotamus acacia
snow: penguin polar-bear igloo snowman snowman-without-snow skier snowboarder sled reindeer mammoth
mountains: snow-mountain eagle waterfall goat
sky: airplane small-airplane hot-air-balloon airship parachute helicopter kite
space: rocket spaceship satellite ringed-planet comet flying-saucer space-station planet
hills: windmill castle palace knight dragon cottage
meadow: scarecrow ewe cow deciduous-tree oak apple-tree cherry-tree birch autumn-tree orange-tree
farm: tractor barn rooster hay-bale
forest: squirrel deer moose wolf fox bear pine evergreen-tree campfire tent log-cabin raccoon boar treehouse
volcano: volcano
lake: duck swan lotus lily-pad bridge frog beaver
street: bus taxi police-car fire-engine ambulance street-lamp tram traffic-light bus-stop motor-scooter
city: skyscraper ferris-wheel statue-of-liberty tokyo-tower stadium office-building crane
room: couch-and-lamp sofa armchair bed bookshelf fireplace television toilet bathtub desk floor-lamp
jungle: gorilla orangutan sloth
"""
HOMES = {name: row.split(":")[0] for row in _HOMES.strip().splitlines() for name in row.split(":")[1].split()}
"""Drawing → place, where the drawing alone asks for one."""

BY_GROUP = {"nature": "meadow", "travel": "street", "person": "meadow", "food": "kitchen", "activity": "meadow",
            "object": "room", "face": "meadow"}  # fmt: skip
"""Group of a drawing → place, for when weather, time or several subjects ask for more than a studio."""

DEPTH = {
    "space": 0, "underwater": 0, "moon": 0, "room": 0, "kitchen": 0, "hall": 0, "cave": 0, "studio": 1, "street": 2,
    "garden": 2, "beach": 3, "lake": 3, "river": 3, "farm": 4, "meadow": 4, "savanna": 4, "desert": 4, "sea": 4,
    "snow": 5, "forest": 6, "jungle": 6, "hills": 6, "village": 7, "island": 7, "city": 8, "volcano": 9,
    "mountains": 10, "sky": 11,
}  # fmt: skip
"""How far back a place lies when two are named: the nearest is the place, the farthest the backdrop."""

KINDS = {
    "animals": "nature", "animal": "nature", "plants": "nature", "people": "person", "persons": "person",
    "humans": "person", "food": "food", "vehicles": "travel", "buildings": "travel", "objects": "object",
}  # fmt: skip
"""Words of a negative prompt that take a whole group of drawings out."""

INDOORS = frozenset({"room", "kitchen", "hall", "cave", "studio"})

PROPER = frozenset(
    """new york;tokyo;manhattan;london;hong kong;chicago;paris;iceland;hawaii;maldives;caribbean;amazon;serengeti;
    sahara;himalayas;alps;mars;pacific;atlantic;tuscany""".replace("\n", "")
    .replace("    ", "")
    .split(";")
)
"""Names of real places: drawn as their kind, and said so."""

WEARABLE = frozenset(
    """hat top-hat womans-hat crown billed-cap graduation-cap military-helmet rescue-workers-helmet party-hat
    headphone""".split()
)
"""Drawings that go on top of whoever wears them; other clothes cannot be put on and are drawn beside."""
