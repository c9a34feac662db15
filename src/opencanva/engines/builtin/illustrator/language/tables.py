"""The words of places, times, weathers, styles, moods, light and framing, each with what people say for it.

Every table maps a canonical word (what `Scene` carries and the drawing knows) to phrases, parted by commas.
"""

from __future__ import annotations

PLACES = {
    "meadow": "meadow, field, fields, grassland, pasture, countryside, prairie, grass, lawn, grassy field, flower field, "
    "field of flowers, wildflower meadow, in nature, outdoors, park, glade, plain, plains, steppe",
    "hills": "hill, hills, hilltop, rolling hills, hillside, moor, highlands, green hills, tuscany, vineyard, knoll, cliffs, cliff",
    "mountains": "mountains, mountain, alps, mountain range, peaks, peak, mountain top, mountaintop, summit, valley, "
    "himalayas, mountain landscape, canyon, fjord",
    "forest": "forest, woods, woodland, wood, pine forest, fir forest, clearing, forest clearing, taiga, enchanted forest, "
    "birch forest, fairy forest, bamboo forest, thicket, grove, forest path",
    "jungle": "jungle, rainforest, tropical forest, amazon",
    "sea": "sea, ocean, waves, open sea, open ocean, seascape, coast, bay, harbour, harbor, seaside, sea shore, high seas, "
    "coastline, rocky coast, port, pacific, atlantic",
    "beach": "beach, shore, seashore, sandy beach, tropical beach, sand",
    "lake": "lake, pond, lagoon, lakeside, lakeshore, water, mirror lake, loch",
    "river": "river, stream, creek, riverside, riverbank, brook, canal, rapids",
    "desert": "desert, dunes, sand dunes, sahara, oasis, dune, wasteland, mars",
    "savanna": "savanna, savannah, serengeti, african plain, african savanna, safari, outback",
    "snow": "snow field, snowfield, snowy field, tundra, arctic, antarctica, ice, north pole, south pole, glacier, "
    "snowy landscape, winter landscape, winter wonderland, ski slope, frozen lake, iceland",
    "city": "city, skyline, cityscape, metropolis, downtown, skyscrapers, town, new york, tokyo, manhattan, london, "
    "city skyline, urban, megacity, rooftops, city at the horizon, big city, hong kong, chicago, paris",
    "street": "street, road, alley, alleyway, avenue, boulevard, sidewalk, city street, highway, crossroads, lane, "
    "pavement, old town street, market street, shopping street, main street",
    "village": "village, hamlet, old town, small town, fishing village, mountain village, suburb, town square",
    "garden": "garden, backyard, flower garden, flowerbed, flower bed, orchard, japanese garden, greenhouse, back garden, "
    "rose garden, vegetable garden, yard, zen garden, botanical garden",
    "farm": "farm, farmland, farmyard, barnyard, wheat field, cornfield, ranch, corn field, cropland, rice field",
    "space": "space, outer space, galaxy, cosmos, universe, nebula, deep space, orbit, among the stars, starfield, "
    "interstellar, zero gravity",
    "underwater": "underwater, under the sea, under water, under the ocean, coral reef, reef, seabed, ocean floor, "
    "bottom of the sea, sea floor, deep sea, undersea, aquarium, beneath the waves, below the sea, beneath the sea, "
    "under the waves, in the depths, kelp forest",
    "moon": "on the moon, lunar surface, moon surface, lunar landscape, surface of the moon, moonscape, moon base",
    "volcano": "volcanic landscape, lava, lava field, lava lake, volcanic, hell, underworld, molten rock, magma, inferno",
    "room": "room, living room, bedroom, indoors, interior, house interior, office, study, lounge, "
    "library, classroom, nursery, cabin interior, inside a house, by the fireplace, attic, workshop, apartment, at home",
    "kitchen": "kitchen, cafe, café, restaurant, bakery, diner, coffee shop, bar, dining room, canteen, bistro, pub",
    "hall": "castle hall, hall, throne room, great hall, dungeon, ballroom, temple interior, museum, gallery, cathedral "
    "interior, palace hall, banquet hall, crypt, inside a castle, stage, theatre, theater",
    "island": "island, desert island, tropical island, floating island, islands, atoll, caribbean, hawaii, maldives",
    "cave": "cave, cavern, grotto, crystal cave, mine",
    "sky": "sky, skies, in the clouds, above the clouds, among the clouds, heaven, heavens, in the air, mid air, midair",
    "studio": "studio, plain background, white background, simple background, solid background, coloured background, "
    "colored background, blank background, backdrop, gradient background, isolated, product shot, on white, podium",
}

TIMES = {
    "day": "day, daytime, daylight, noon, midday, afternoon, daytime scene, in the day, blue sky",
    "dawn": "dawn, sunrise, daybreak, early morning, morning, first light, morning light, sunup",
    "sunset": "sunset, dusk, sundown, evening sun, sunset sky, setting sun, red sky, evening",
    "golden hour": "golden hour, golden light, late afternoon, warm evening light, golden sunlight, sunlit, honey light",
    "blue hour": "blue hour, twilight, nightfall, gloaming, after sunset, before sunrise",
    "night": "night, nighttime, midnight, night time, night sky, nocturnal, late at night, at night, evening stars",
    "aurora": "aurora, northern lights, aurora borealis, polar lights, southern lights, aurora sky",
}

WEATHERS = {
    "clear": "clear sky, clear skies, cloudless, sunny, sunshine, fair weather, clear day, good weather, sunny day",
    "rain": "rain, rainy, raining, drizzle, downpour, in the rain, heavy rain, rainfall, shower, wet, monsoon, rainy day, "
    "pouring rain, puddles, light rain",
    "snow": "snow, snowy, snowing, snowfall, blizzard, snowstorm, winter, snow covered, snow-covered, wintry, snowflakes, "
    "snowcapped, snow-capped, frosty, icy, frozen, falling snow, fresh snow, wintertime, covered in snow",
    "storm": "storm, stormy, thunderstorm, lightning, thunder, tempest, hurricane, stormy weather, storm clouds, typhoon, "
    "stormy sea, rough sea, lightning storm, in a storm, gale, dark clouds",
    "fog": "fog, foggy, mist, misty, haze, hazy, morning mist, fog bank, smog, dense fog, smoky, shrouded in mist",
    "wind": "wind, windy, breeze, breezy, gusty, windswept, blustery, in the wind",
    "overcast": "overcast, cloudy, grey sky, gray sky, gloomy sky, grey day, gray day, dull weather, clouded, grey weather",
}

STYLES = {
    "watercolour": "watercolour, watercolor, aquarelle, water colour, water color, watercolour painting, "
    "watercolor painting, watercolours, watercolors",
    "oil": "oil, oil painting, oil paint, oil on canvas, impressionist, impressionism, van gogh, impasto, painterly, "
    "painting, expressionist, acrylic, brush strokes, brushstrokes, renaissance painting, monet, painted",
    "gouache": "gouache, tempera, poster paint, storybook, storybook illustration, children's book, childrens book, "
    "picture book, fairytale illustration, book illustration, children's book illustration",
    "ink": "ink, ink drawing, pen and ink, sumi-e, sumi e, ink wash, india ink, brush ink, calligraphy, pen drawing",
    "pencil": "pencil, sketch, pencil drawing, pencil sketch, graphite, charcoal, drawing, hand drawn, hand-drawn, sketched, "
    "charcoal drawing, sketchy, doodle, black and white drawing, coloured pencil, colored pencil",
    "line art": "line art, lineart, line drawing, outline, colouring page, coloring page, colouring book, coloring book, "
    "line work, contour drawing, single line",
    "pixel": "pixel, pixel art, pixelart, 8-bit, 8 bit, 16-bit, 16 bit, pixelated, retro game, video game style, voxel",
    "comic": "comic, comic book, comics, pop art, halftone, graphic novel, cartoon, comic style, comic strip, cartoonish, "
    "cartoon style, roy lichtenstein, superhero comic",
    "anime": "anime, manga, ghibli, studio ghibli, cel shaded, cel-shaded, cel shading, anime style, makoto shinkai",
    "stained glass": "stained glass, stained-glass, stained glass window, church window, leaded glass",
    "mosaic": "mosaic, tiles, roman mosaic, tiled, tile art, byzantine mosaic",
    "low poly": "low poly, low-poly, lowpoly, polygonal, polygon art, triangulated, geometric, faceted",
    "paper cut": "paper cut, papercut, paper cut-out, paper cutout, cut paper, paper craft, papercraft, layered paper, "
    "paper art, origami, cut-out, cutout, collage, paper cut out, kirigami, felt",
    "flat": "flat, flat design, flat style, vector, vector art, flat illustration, minimalist, minimal, minimalistic, "
    "vector illustration, corporate illustration, simple shapes, flat colours, flat colors, infographic",
    "risograph": "risograph, riso, riso print, screen print, screenprint, silkscreen, two colour print, screen printed, "
    "risograph print, letterpress, duotone, retro print",
    "neon": "neon, neon style, synthwave, vaporwave, retrowave, outrun, glowing lines, neon lights, glow in the dark, "
    "blacklight, neon glow, cyber, neon art",
    "linocut": "linocut, woodcut, wood cut, lino print, linoprint, engraving, etching, block print, woodblock, "
    "woodblock print, ukiyo-e, ukiyo e, lino cut, japanese print, hokusai, lithograph",
    "pastel": "pastel, pastels, chalk, soft pastel, crayon, wax crayon, crayon drawing, chalk pastel, oil pastel, "
    "crayons, kids drawing, child's drawing, pastel drawing",
    "blueprint": "blueprint, technical drawing, schematic, cyanotype, technical blueprint",
    "pointillism": "pointillism, pointillist, seurat, dots, dot painting, stippling, stippled",
    "vintage": "vintage, retro, sepia, old photo, antique, faded, 1950s, art deco, mid-century, aged paper, victorian, "
    "old fashioned, 70s, 80s, retro style, travel poster style, vintage poster, wpa",
}

MOODS = {
    "cheerful": "cheerful, happy, joyful, joyous, playful, fun, bright, lively, merry, festive, christmas, xmas, whimsical, cute, kawaii, "
    "adorable, lovely, charming, colourful, colorful, vibrant, vivid, sweet",
    "calm": "calm, peaceful, serene, tranquil, quiet, relaxing, still, cosy, cozy, gentle, soothing, idyllic, restful, zen",
    "gloomy": "gloomy, sad, melancholic, melancholy, moody, sombre, somber, lonely, dark, bleak, dull, desolate, abandoned",
    "scary": "scary, spooky, creepy, horror, haunted, eerie, sinister, ominous, terrifying, halloween, evil, frightening",
    "dramatic": "dramatic, epic, cinematic, intense, powerful, majestic, heroic, grand, stunning, breathtaking, movie still",
    "dreamy": "dreamy, magical, mystical, fantasy, ethereal, surreal, enchanted, fairytale, fairy tale, mysterious, "
    "magic, dreamlike, otherworldly, fantastical, psychedelic",
    "warm": "warm, warm colours, warm colors, warm tones, autumn, autumnal, autumn colours, fall colours, fall colors, romantic, "
    "nostalgic, october, november, warm palette, in autumn, in fall",
    "cold": "cold, cool, cool colours, cool colors, cool tones, chilly, freezing, cool palette, cold colours",
    "fresh": "fresh, spring, springtime, summer, summery, summertime, may, april, in spring, in summer, june, july",
    "monochrome": "monochrome, black and white, black-and-white, greyscale, grayscale, b&w, noir, film noir, colourless",
    "muted": "muted, muted colours, muted colors, desaturated, subdued, earth tones, earthy, pastel colours, pastel colors, "
    "soft colours, soft colors, pale colours, pastel tones, soft tones",
}

LIGHTS = {
    "soft": "soft light, soft lighting, diffuse light, diffused light, gentle light, even light, ambient light, natural light",
    "hard": "hard light, harsh light, strong shadows, hard shadows, high contrast, direct light, strong light, deep shadows",
    "back": "backlit, backlight, back lighting, rim light, rim lighting, silhouette, against the light, contre-jour, "
    "silhouetted, lens flare",
    "rays": "god rays, sun rays, sunrays, light rays, sunbeams, crepuscular rays, light beams, volumetric light, sunbeam, "
    "volumetric lighting, rays of light, shafts of light, sun beams",
    "moonlight": "moonlight, moonlit, by moonlight, in the moonlight",
    "candle": "candlelight, candle light, candlelit, firelight, by candlelight, lantern light, lamplight, torchlight, campfire "
    "light, warm light, fireplace light, fairy lights, string lights",
    "neon": "neon, neon lit, neon-lit, neon sign, neon signs, cyberpunk, neon lighting, blade runner",
    "studio": "studio light, studio lighting, softbox, product lighting, three point lighting",
    "dark": "dim light, low light, dimly lit, dim, chiaroscuro, low key, low-key, in the dark, darkness",
}

FRAMINGS = {
    "close-up": "close-up, close up, closeup, macro, detail shot, extreme close-up, headshot, macro shot, close-up of",
    "portrait": "portrait, portrait of, bust portrait, half length, character portrait, full body, full-body, full length",
    "wide": "wide, wide shot, wide angle, wide-angle, panorama, panoramic, landscape, vista, establishing shot, aerial view, "
    "bird's eye view, birds eye view, long shot, from afar, in the distance, wide view, scenery, far away",
    "pattern": "pattern, seamless pattern, seamless, tile pattern, repeating pattern, wrapping paper, textile, fabric print, "
    "repeat pattern, wallpaper pattern, tileable",
    "poster": "poster, movie poster, travel poster, film poster, event poster, flyer, book cover, album cover, cover art, card, "
    "greeting card, postcard, birthday card, banner, invitation",
    "icon": "icon, app icon, logo, sticker, emoji, badge, emblem, avatar, favicon, clip art, clipart, mascot, pictogram",
    "wallpaper": "wallpaper, desktop wallpaper, phone wallpaper, desktop background, screensaver, background image, lock screen",
}

DETAILS = {
    "flowers": "flowers, wildflowers, wild flowers, blossoms, blooms, blooming, flowery, floral, in bloom, poppies, daisies, "
    "full of flowers, lavender, lupins, flowering, blossoming",
    "stars": "stars, starry, starry sky, starry night, starlit, starlight, star-filled sky, sky full of stars, "
    "twinkling stars, starry night sky, constellations, stars in the sky, milky way, the stars",
    "clouds": "clouds, cloud, fluffy clouds, puffy clouds, cloudscape, white clouds, cumulus, pink clouds",
    "moon": "moon, full moon, crescent moon, half moon, big moon, moonrise, harvest moon, blood moon, crescent, under the moon, moons, two moons",
    "sun": "sun, shining sun, big sun, blazing sun, bright sun, rising sun, under the sun",
    "rainbow": "rainbow, rainbows, double rainbow",
    "birds": "flock of birds, birds in the sky, seagulls in the sky, birds in the distance",
    "fireflies": "fireflies, firefly, glowworms, glow worms, floating lights, will-o-the-wisps",
    "leaves": "falling leaves, autumn leaves, fallen leaves, leaves, foliage, leaf fall",
    "petals": "petals, falling petals, cherry blossom petals, sakura petals, rose petals",
    "sparkles": "sparkles, glitter, magic dust, fairy dust, stardust, sparkling, glittering, sparkly, shimmering, pixie dust",
    "bubbles": "bubbles, soap bubbles, air bubbles",
    "confetti": "confetti, streamers, party decorations",
    "path": "path, trail, footpath, dirt road, winding road, winding path, walkway, country road, pathway",
    "fence": "fence, picket fence, wooden fence, white fence",
    "rocks": "rocks, stones, boulders, pebbles, rocky, stony, rubble, cliff edge",
    "reeds": "reeds, cattails, rushes, bulrushes",
    "ripples": "ripples, reflections, reflection, reflected, mirror-like, glassy water, reflecting",
    "meteors": "shooting stars, shooting star, meteors, meteor shower, falling star, falling stars, meteor",
    "planets": "planets, ringed planets, distant planets",
    "fireworks": "firework display, fireworks in the sky, fireworks",
    "smoke": "smoke, steam, smoke rising",
    "trees": "trees in the background, surrounded by trees, trees, woods in the background",
    "mountains": "mountains in the background, mountains in the distance, distant mountains, mountain background",
}
