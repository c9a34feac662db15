"""The small words of English: counts, sizes, relations, verbs that mean a pose, and words that say nothing to draw."""

from __future__ import annotations

COUNTS = {
    "a": 1, "an": 1, "one": 1, "single": 1, "lone": 1, "solitary": 1, "another": 1, "a single": 1, "1": 1,
    "two": 2, "pair of": 2, "couple of": 2, "twin": 2, "both": 2, "two of": 2,
    "three": 3, "trio of": 3, "a few": 3, "few": 3, "some": 3, "four": 4, "several": 4,
    "group of": 4, "family of": 4, "pack of": 4,
    "five": 5, "half a dozen": 6, "half dozen": 6, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "a dozen": 12, "dozen": 12, "dozens of": 24, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "twenty": 20, "herd of": 5, "flock of": 8,
    "school of": 6, "shoal of": 6, "swarm of": 10, "bunch of": 5,
    "row of": 5, "rows of": 8, "many": 7, "lots of": 7, "lot of": 7,
    "numerous": 7, "crowd of": 12, "crowds of": 18, "hundreds of": 24, "countless": 24, "thousands of": 24,
    "stack of": 4, "pile of": 5, "multiple": 4, "various": 4,
    "collection of": 6, "set of": 4, "team of": 4,
    "fleet of": 5, "colony of": 6,
}  # fmt: skip

HEADCOUNTS = {
    "people": 3, "persons": 3, "friends": 3, "crowd": 12, "audience": 12, "team": 5, "guests": 5, "colleagues": 4,
    "tourists": 4, "neighbours": 4, "citizens": 6, "customers": 4, "family": 4, "couple": 2, "two people": 2,
}  # fmt: skip
"""Words for several people at once → how many."""

SIZES = {
    "tiny": "tiny, teeny, minuscule, itty bitty, microscopic, very small, very tiny, teeny tiny",
    "small": "small, little, mini, miniature, young, baby, petite, low, short, newborn, toy, pocket sized, smallish",
    "big": "big, large, tall, great, sizable, fat, chubby, high, oversized, bigger, broad, plump, very tall",
    "giant": "giant, gigantic, huge, enormous, massive, colossal, towering, immense, monumental, very big, very large, "
    "humongous, titanic",
}

RELATIONS = {
    "on": "on, on top of, upon, atop, sitting on, standing on, lying on, resting on, perched on, riding, riding on, onto, "
    "sleeping on, lies on, sits on, stands on, seated on, perching on, climbing, dancing on, walking on, running on, balancing on, "
    "rides, sat on, parked on, on the back of, napping on, landing on, crossing, leaning on, covering",
    "under": "under, beneath, below, underneath, sitting under, standing under, sheltering under, lying under, "
    "sleeping under, resting under, hiding under, hanging from",
    "beside": "beside, next to, near, by, alongside, close to, to the left of, to the right of, left of, right of, by the side "
    "of, standing beside, sitting beside, sitting next to, standing next to, near to, at the edge of, on the edge of, "
    "adjacent to, facing, together with, accompanied by, looking at, watching, against, leaning against, attacking, fighting, protecting, carving, kissing, meeting, greeting, petting, feeding, leading, walking with, dancing with, fighting with, sitting with, around, talking to, chasing",
    "behind": "behind, at the back of, hiding behind, standing behind, peeking from behind, in back of, beyond, following",
    "in front of": "in front of, before, ahead of, standing in front of, sitting in front of, parked in front of",
    "above": "above, over, flying over, flying above, hovering over, hovering above, soaring over, floating over, "
    "floating above, jumping over, leaping over, high above, drifting over, drifting above, soaring above, "
    "flies over, rising over, gliding over, circling, passing over, flying around",
    "in": "in, inside, within, into, inside of, in the middle of, amid, amidst, among, through, across, along, down, "
    "in the center of, in the centre of, sitting in, standing in, sleeping in, walking through, "
    "running through, running in, walking in, lost in, surrounded by, out of, driving through, driving in, playing in, "
    "swimming in, walking along, growing in, from, walking down, hiding in, flying through, at, toward, towards, off, past",
    "holding": "holding, carrying, cooking, baking, breathing, flying a, flying the, eating, drinking, reading, playing with, playing, pulling, pushing, holds, "
    "carrying a, clutching, gripping, hugging, juggling, waving, swinging, lifting, kicking, catching, throwing",
    "between": "between, in between, strung between, hanging between, stretched between",
    "wearing": "wearing, dressed in, wears",
    "with": "with, featuring, including, containing, has, having, covered in, covered with, decorated with",
    "of": "of, full of, filled with",
}
POSES = {
    "fly": "flying, soaring, gliding, hovering, airborne, in flight, flies, in mid-air, midair, levitating, mid flight, landing, jumping, leaping",
    "float": "floating, drifting, sailing, afloat, bobbing",
    "swim": "swimming, diving, snorkeling, swims, scuba diving",
    "hang": "hanging, dangling, suspended",
    "stand": "holding hands, standing, sitting, lying, resting, seated, perched, parked, grazing, waiting, looking, staring, stands, sits, "
    "posing, walking, alone, lies, crouching, strolling, wandering, roaming, kneeling, stand, sit, walk, awake, growing",
}

NOT = "no, without, not, minus, excluding, except, lacking, never, free of, devoid of"
AND = "and, &, plus, or, as well as, along with, then, also"
IT = "it, them, him, her"

FILLERS = """the this that these those its his her their my your our it's is are was were be been being very really quite so
too just only there here what which who whose where when while as like such made using use used make create draw paint render
generate show showing shows depict depicting depicted please me i want would give us we you he she they a an to for about
picture image photo-like illustration artwork art scene depiction view style styled design background foreground digital
high quality highly detailed detail details intricate masterpiece best 4k 8k uhd hd hdr ultra super sharp focus
resolution trending artstation deviantart award winning professional beautiful pretty nice gorgeous amazing awesome
wonderful elegant perfect good great concept rendering rendered composition colours colors colour color coloured colored
during time inspired by version form shape type kind sort sky-high set against full lit up some own new different elements
hue tone tones palette theme themed look looking feel feeling atmosphere atmospheric mood vibe vibes lighting light
ultra-detailed hyperdetailed aesthetic simple large-scale can could should do does doing have had will s t d
it itself themselves left right center centre middle top bottom side corner far away distance distant nearby
featured visible surrounding covered scenic place world life story tale moment single-subject lots more most
much any all every each other others another out where's that's there's artistic creative modern traditional classic classical
motif subject main plain tiny-bit print medium shot angle camera lens wallpaper-like original unique
impressive spectacular magnificent marvelous marvellous remarkable attractive splendid picturesque photogenic
imagine image-of prompt picture-of piece work based depicts beautifully clean crisp smooth rich textured texture
natural nature real friendly proud brave noble mighty fierce grand little-known famous typical
standing-there facing-left facing-right front back rear half whole entire lonely-looking glowing shining shiny
but if than also still yet even ever always sometimes once again old ancient overlooking streaming together rising
""".split()
"""Words that name nothing to draw; used up without a notice."""

BOILERPLATE = """blurry blur bad ugly low quality worst lowres jpeg artifacts artefacts watermark text signature username error
deformed disfigured mutated mutation extra missing fingers limbs hands anatomy proportions cropped duplicate morbid
poorly drawn out of frame malformed grainy noise noisy distorted bad-anatomy logo letters words writing title caption
normal cut off long neck amateur overexposed underexposed oversaturated nsfw nudity gore blood violence frame border
""".split()
"""What negative prompts for neural models carry by habit; it has no meaning here and is passed over."""
