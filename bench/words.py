"""Prompts as people write them: common words often, rare words seldom, one idea tried again and again."""

from __future__ import annotations

from random import Random


def _list(text: str) -> list[str]:
    return text.replace("\n", "|").split("|")


SUBJECTS = _list("""lighthouse|fox|old fisherman|city street|mountain lake|cat|castle|astronaut|sailing boat
forest|owl|woman in a red coat|train station|bridge|dragon|market square|bicycle|cottage|robot|wolf
garden|desert road|waterfall|portrait of a violinist|harbour|tea house|steam locomotive
hot air balloon|whale|windmill|library|chess player|greenhouse|island|deer|volcano
ballet dancer|vineyard|café|beekeeper|glacier|night market""")
RARE = _list("""axolotl|quokka|theremin|zeppelin|orrery|astrolabe|kintsugi|tardigrade|sextant|pangolin|okapi
ziggurat|campanile|harpsichord|gargoyle|narwhal|praxinoscope|samovar|trilobite|velociraptor
wunderkammer""")
PLACES = _list("""in a storm|at sunset|by the sea|in the rain|under northern lights|in deep snow|at dawn
in a meadow|on a hill|in the fog|at night|beneath cherry trees|in an abandoned factory
in the old town|by candlelight|on a frozen river|in autumn leaves|at noon in the desert
under a full moon|behind a waterfall""")
STYLES = _list("""watercolour|oil painting|ink drawing|photograph, 35 mm|flat illustration|pastel|linocut
pixel art|gouache|isometric|art nouveau poster|charcoal sketch|low poly|stained glass
cinematic still""")
TWEAKS = _list("""soft light|highly detailed|muted colours|dramatic shadows|wide angle|golden hour|bokeh
film grain|minimalist|warm palette|cold palette|symmetrical composition|close-up|from above
long exposure|vivid colours|no people|grain|rim light|negative space|volumetric fog|hand-drawn
8k|tilt-shift|silhouette""")
OTHERS = (
    "灯台、嵐の海、水彩",
    "Leuchtturm im Sturm, Aquarell",
    "маяк во время шторма, акварель",
    "منارة في عاصفة",
    "phare dans la tempête, aquarelle",
)
CLIENTS = _list("""Harbour calendar|Book cover|Wedding invitation|Concept art|Board game|Mood board|Postcards
Logo ideas|Children's book|Album cover|Website|Poster series|Character sheets|Backgrounds
Textures|Experiments""")


def _pick(random: Random, words: list[str]) -> str:
    """Early words far more often than late ones, as in any language."""
    return words[int(len(words) * random.random() ** 2)]


def write_prompt(random: Random) -> str:
    """A new idea; about one in a hundred names something rare, one in two hundred is in another language."""
    chance = random.random()
    if chance < 0.005:
        return random.choice(OTHERS)
    subject = random.choice(RARE) if chance < 0.015 else _pick(random, SUBJECTS)
    parts = [f"{'an' if subject[0] in 'aeiou' else 'a'} {subject} {_pick(random, PLACES)}"]
    if random.random() < 0.3:
        parts[0] += f" with {_pick(random, SUBJECTS)}"
    if random.random() < 0.7:
        parts.append(_pick(random, STYLES))
    parts += random.sample(TWEAKS, int(4 * random.random() ** 2))
    return ", ".join(parts)


def change_prompt(random: Random, text: str) -> str:
    """The same idea with something added, or with its last addition taken off."""
    if text.count(",") >= 6:
        return text.rsplit(",", 1)[0]
    return f"{text}, {_pick(random, TWEAKS)}"


def name_folder(random: Random) -> str:
    """What people call folders."""
    return f"{random.choice(CLIENTS)} {random.randint(1, 99)}"
