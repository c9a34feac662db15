"""What the art packs do not say about their drawings: how each is grounded, how tall it is, whether it is a bust."""

from __future__ import annotations

_FLY = """airplane small-airplane helicopter rocket flying-saucer satellite parachute bird black-bird dove eagle bat
butterfly honeybee fly mosquito lady-beetle phoenix kite balloon hot-air-balloon airship cloud sun star
glowing-star full-moon crescent-moon new-moon rainbow comet ringed-planet snowflake fairy man-fairy woman-fairy
superhero leaf-fluttering-in-wind fallen-leaf maple-leaf feather sun-with-face full-moon-face owl parrot
cloud-with-rain cloud-with-snow cloud-with-lightning cloud-with-lightning-and-rain sun-behind-cloud tornado baby-angel
moon planet spaceship space-station wing globe-showing-americas globe-showing-europe-africa high-voltage sparkles
fireworks globe-showing-asia-australia""".split()
_SWIM = """fish tropical-fish blowfish shark whale orca dolphin octopus squid jellyfish seal shrimp lobster turtle
submarine person-swimming man-swimming woman-swimming mermaid merman merperson seahorse""".split()
_FLOAT = """sailboat ship canoe rowboat pirate-ship ferry duck swan ring-buoy yacht person-rowing-boat
man-rowing-boat woman-rowing-boat person-surfing man-surfing woman-surfing buoy""".split()
_HANG = """framed-picture mirror window wind-chime red-paper-lantern mirror-ball spider spider-web bunting chandelier""".split()
POSES = (
    dict.fromkeys(_FLY, "fly")
    | dict.fromkeys(_SWIM, "swim")
    | dict.fromkeys(_FLOAT, "float")
    | dict.fromkeys(_HANG, "hang")
)

_METRES = """
0.01 ant fly mosquito lady-beetle honeybee bug beetle cricket worm spider
0.05 butterfly snail mushroom cockroach scorpion ring coin egg strawberry cherries
0.1 mouse rat hamster baby-chick front-facing-baby-chick hatching-chick crab frog lizard cookie doughnut cupcake
0.15 scarf necktie gloves socks hiking-boot running-shoe glasses sunglasses bird black-bird tropical-fish fish shrimp bat apple orange teacup hot-beverage four-leaf-clover shamrock
0.3 duck hedgehog chipmunk rabbit cat black-cat owl parrot dove rose tulip sunflower teapot turtle chicken rooster
0.4 goose eagle seagull raccoon badger skunk fox squid octopus lobster jellyfish seedling hyacinth blossom
0.6 umbrella closed-umbrella fishing-pole dog poodle guide-dog service-dog penguin pig turkey beaver otter monkey koala potted-plant swan peacock
0.8 wolf goat ewe ram sheep boar leopard flamingo chair table box-of-books dolphin seal
1.0 lion tiger panda kangaroo armchair sofa couch-and-lamp bed bicycle crocodile boy girl child cactus
1.4 bear cow deer donkey ox water-buffalo bison gorilla llama zebra horse unicorn automobile taxi police-car racing-car
1.8 camel two-hump-camel moose shark man woman person robot knight motorcycle tractor sport-utility-vehicle rhinoceros
2.2 polar-bear hippopotamus bus-stop door fountain snowman telescope horse-racing pickup-truck
3.0 elephant mammoth ambulance fire-engine minibus delivery-truck bus tent hut sailboat street-lamp igloo
4.5 giraffe whale orca house-with-garden house cottage barn palm-tree t-rex sauropod dragon train tram locomotive articulated-lorry
8.0 deciduous-tree evergreen-tree pine leafless-tree helicopter airplane windmill church school bank circus-tent
15 castle lighthouse factory hospital hotel office-building ferris-wheel palace pirate-ship ship classical-building rocket
30 tokyo-tower statue-of-liberty stadium roller-coaster mosque building-construction waterfall bridge
200 mountain volcano snow-mountain iceberg"""
HEIGHTS = {name: float(row.split()[0]) for row in _METRES.strip().splitlines() for name in row.split()[1:]}
_BY_GROUP = {
    "face": 0.4,
    "person": 1.7,
    "nature": 0.5,
    "food": 0.2,
    "travel": 3.0,
    "activity": 0.4,
    "object": 0.4,
}

_SEATS = """
0.5 hammock throne lily-pad
0.45 chair armchair bench deck-chair toilet wheel-chair swing
0.55 sofa couch-and-lamp bed bicycle motorcycle motor-scooter horse unicorn camel two-hump-camel kick-scooter
0.62 donkey zebra llama deer moose sailboat tractor
0.3 rowboat canoe ship pirate-ship iceberg
0.75 elephant mammoth bridge snail turtle cow ox water-buffalo bison lion tiger bear polar-bear pig
0.85 deciduous-tree oak apple-tree cherry-tree orange-tree autumn-tree evergreen-tree pine bush treehouse boulders fence
0.9 house cottage log-cabin"""
SEATS = {name: float(row.split()[0]) for row in _SEATS.strip().splitlines() for name in row.split()[1:]}
"""Where someone on a thing rests, as a share of its height from below; what is absent is stood on at its top."""

_WHOLE = (
    "walking running standing kneeling dancing biking lotus golfing fencing skier snowboarder surfing rowing cartwheel"
    " fairy mermaid merman merperson hairy-creature horse-racing lifting bouncing handball superhero supervillain"
    " ballet holding-hands bunny-ears wrestling wheelchair white-cane suit-levitating in-bed taking-bath genie"
)
_BODY_PARTS = "hand finger fist thumbs heart brain lungs tooth bone eye ear nose mouth tongue leg foot arm biceps footprints lip selfie"


def guess_pose(name: str) -> str:
    """How the layout grounds a drawing of the packs: stand, fly, swim, float or hang."""
    return POSES.get(name, "stand")


def guess_height(name: str, group: str) -> float:
    """The natural height in metres, by name, else by group."""
    if name in HEIGHTS:
        return HEIGHTS[name]
    if group == "person" and any(part in name for part in _BODY_PARTS.split()):
        return 0.3
    return _BY_GROUP[group]


def is_bust(name: str, group: str) -> bool:
    """Whether a person ends at the chest or neck, so that no feet can stand on the ground."""
    if group != "person" or any(part in name for part in _BODY_PARTS.split()):
        return False
    return not any(word in name for word in _WHOLE.split())
