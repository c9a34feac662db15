"""Colour words and the sRGB value each stands for."""

from __future__ import annotations

COLOURS = {
    "red": "#d9342b", "crimson": "#b3152f", "scarlet": "#e3262a", "maroon": "#7a1f2b", "burgundy": "#7b1e3a",
    "orange": "#f2862b", "amber": "#f5a623", "coral": "#fb7f63", "peach": "#fbc19a", "apricot": "#f9b27c",
    "terracotta": "#c8664a", "rust": "#ab4a26", "copper": "#b8733a", "bronze": "#a97142",
    "yellow": "#f7cf2e", "gold": "#e0ac2b", "mustard": "#d3a52a", "lemon": "#f8e45c", "cream": "#f7ecd0",
    "beige": "#dcc9a6", "ivory": "#f7f2e0", "sand": "#dcc08c", "tan": "#c9a37a", "brown": "#84553a",
    "chocolate": "#5d3722", "caramel": "#bd7a3a", "green": "#3f9b46", "lime": "#9bd13a", "olive": "#7d8440",
    "emerald": "#1f9d66", "mint": "#a4e2c4", "jade": "#3aa57c", "sage": "#9db490", "teal": "#1d8c8c",
    "turquoise": "#35c4c0", "cyan": "#2cc4e0", "aqua": "#5fd6dc", "blue": "#2f6fd6", "navy": "#1e2f63",
    "azure": "#4aa0ea", "cobalt": "#2347ad", "indigo": "#45389b", "sky blue": "#7fc4f2", "ultramarine": "#2b3bb5",
    "purple": "#7e3fb3", "violet": "#8b52d0", "lavender": "#b9a5e6", "lilac": "#c8a6dc", "mauve": "#b58cb4",
    "plum": "#753560", "magenta": "#d1299a", "fuchsia": "#e0349f", "pink": "#f58bb6", "rose": "#e8718d",
    "hot pink": "#f43f9b", "salmon": "#f6917e", "white": "#f6f5f2", "black": "#26242b", "grey": "#8d9099",
    "silver": "#c3c8d0", "charcoal": "#43454c", "slate": "#66717f",
}  # fmt: skip

SYNONYMS = {
    "gray": "grey", "golden": "gold", "reddish": "red", "bluish": "blue", "greenish": "green", "yellowish": "yellow",
    "purplish": "purple", "pinkish": "pink", "brownish": "brown", "silvery": "silver", "snow-white": "white",
    "dark blue": "navy", "light blue": "sky blue", "dark red": "maroon", "dark green": "emerald", "light green": "mint",
    "light pink": "pink", "dark grey": "charcoal", "dark gray": "charcoal", "light grey": "silver", "light gray": "silver",
    "dark brown": "chocolate", "light brown": "tan", "bright red": "scarlet", "deep blue": "cobalt", "pale blue": "sky blue",
    "bright yellow": "yellow", "bright green": "green", "pale pink": "pink", "dark purple": "plum", "light yellow": "lemon",
    "mint green": "mint", "lime green": "lime", "olive green": "olive", "emerald green": "emerald",
    "forest green": "emerald", "navy blue": "navy", "pitch black": "black", "baby blue": "sky blue", "royal blue": "cobalt", "off-white": "cream", "ginger": "orange",
    "blonde": "yellow", "blond": "yellow", "purple-blue": "indigo", "blue-green": "teal", "auburn": "rust",
}  # fmt: skip
"""Other ways to name a colour of `COLOURS`."""
