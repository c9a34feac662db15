// A small, curated set of emoji with the words they are found by; any other one can be typed.

const SET = `🎨 art paint palette colour|🖌️ brush paint art|🖼️ picture frame art gallery|✏️ pencil draw sketch|🖍️ crayon draw
📷 camera photo|🎞️ film photo negative|🎬 film movie clapper|📽️ projector film|🎥 movie camera video|📺 television screen
🎭 theatre mask drama|🎪 circus tent|🎵 music note|🎸 guitar music|🎹 piano music|🥁 drum music|🎧 headphones music
🌄 mountain sunrise landscape|🌅 sunset sunrise sea|🌇 city sunset|🌃 night city stars|🌌 galaxy stars night space|🌉 bridge night
🏞️ park landscape nature|🏔️ mountain snow|⛰️ mountain|🌋 volcano|🏜️ desert|🏝️ island beach|🏖️ beach sea|🌊 wave sea water|🌲 tree pine forest
🌳 tree nature|🌴 palm tree|🌵 cactus|🌿 herb leaf plant|🍀 clover luck|🍁 maple leaf autumn|🍂 leaves autumn|🌸 blossom flower pink|🌹 rose flower
🌻 sunflower flower|🌷 tulip flower|💐 bouquet flowers|🍄 mushroom|🌙 moon night|⭐ star favourite|🌟 star shine|✨ sparkles magic new|☀️ sun weather
🌈 rainbow colour|☁️ cloud weather|⛈️ storm thunder weather|❄️ snow winter cold|🔥 fire hot|💧 drop water|⚡ lightning energy fast
🐶 dog animal pet|🐱 cat animal pet|🦊 fox animal|🐻 bear animal|🐼 panda animal|🐯 tiger animal|🦁 lion animal|🐮 cow animal|🐷 pig animal
🐸 frog animal|🐵 monkey animal|🐔 chicken bird|🐧 penguin bird|🐦 bird|🦉 owl bird|🦅 eagle bird|🐺 wolf animal|🐴 horse animal|🦄 unicorn magic
🐝 bee insect|🦋 butterfly insect|🐢 turtle|🐍 snake|🐙 octopus sea|🐠 fish sea|🐬 dolphin sea|🐳 whale sea|🦈 shark sea|🐉 dragon fantasy|🦕 dinosaur
🍎 apple fruit food|🍋 lemon fruit food|🍓 strawberry fruit food|🍒 cherry fruit|🍇 grapes fruit|🥑 avocado food|🍕 pizza food|🍔 burger food
🍣 sushi food|🍰 cake food sweet|🍪 cookie food sweet|☕ coffee drink|🍷 wine drink|🍵 tea drink
🏠 house home|🏡 house garden|🏢 office building|🏰 castle fantasy|🏯 castle japan|⛪ church|🗼 tower paris|🗽 liberty new york|🏛️ classical building museum
🏗️ construction architecture|🏙️ city skyline|🚗 car|🚕 taxi car|🚲 bicycle|✈️ plane travel|🚀 rocket space launch|🛸 ufo space|⛵ boat sail sea|🚂 train
🗺️ map world travel|🌍 earth world globe|🧭 compass travel|⚓ anchor sea
👤 person portrait|👥 people group|👩 woman person|👨 man person|🧑 person|👶 baby child|👸 princess|🤴 prince|🧙 wizard magic fantasy|🧚 fairy fantasy
🧜 mermaid fantasy|🧛 vampire|🦸 hero|👻 ghost|🤖 robot|👽 alien space|💀 skull|🎃 pumpkin halloween|👁️ eye see|👋 hand hello|👍 thumb good yes|🙏 thanks
👗 dress fashion clothes|👠 shoe fashion|👟 shoe sneaker|👜 bag fashion|👑 crown king|💍 ring jewel|💎 diamond jewel|🕶️ sunglasses fashion|🎩 hat
📁 folder file|📂 folder open|🗂️ dividers files|📦 box package product|📌 pin|📎 clip|🔖 bookmark|🏷️ label tag|📝 note write memo|📄 page document
📚 books library|📖 book read|📰 newspaper|💼 briefcase work client business|📊 chart data|📈 growth chart|📅 calendar date|🗓️ calendar|✅ done check
☑️ check|❌ no cross|❓ question|❗ important|⚠️ warning|🚧 work in progress construction|🔒 lock private|🔑 key|💡 idea light bulb|🔍 search
🔧 tool wrench|🔨 hammer tool|⚙️ settings gear|🧪 test experiment lab|🔬 microscope science|🔭 telescope space|🧬 dna science|💻 computer laptop|🖥️ computer screen
📱 phone mobile app|⌨️ keyboard|🕹️ game joystick|🎮 game controller|🎲 dice game random|🧩 puzzle|♟️ chess game|🎯 target goal|🏆 trophy win|🥇 medal first
⚽ football sport|🏀 basketball sport|🎾 tennis sport|🏄 surf sport|🚴 cycling sport|🧘 yoga calm|🎁 gift present|🎉 party celebrate|🎂 birthday cake
🎄 christmas tree|🎈 balloon party|❤️ heart love red|🧡 heart orange|💛 heart yellow|💚 heart green|💙 heart blue|💜 heart purple|🖤 heart black|🤍 heart white
😀 smile happy face|😂 laugh face|😍 love face|😎 cool face|🤔 think face|😴 sleep face|🥳 party face|🤩 star face wow|😱 scream face|💤 sleep
💬 speech talk|💭 thought dream|📣 announce marketing|🛒 shop cart|💰 money|💳 card money|⏳ time wait hourglass|⏰ clock alarm time|🔔 bell
🟥 red square|🟧 orange square|🟨 yellow square|🟩 green square|🟦 blue square|🟪 purple square|⬛ black square|⬜ white square|🔴 red circle|🟢 green circle|🔵 blue circle`

const ALL = SET.split(/[|\n]/).map(entry => {
  const at = entry.indexOf(' ')
  return { emoji: entry.slice(0, at), words: entry.slice(at + 1) }
})

/** The emoji whose words begin with what is typed; all of them while nothing is. */
export function findEmojis(query: string): string[] {
  const wanted = query.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return ALL.filter(({ words }) => wanted.every(word => ` ${words}`.includes(` ${word}`))).map(
    ({ emoji }) => emoji,
  )
}

/** The emoji that was typed or pasted, null when it is something else. */
export function readEmoji(text: string): string | null {
  const typed = text.trim()
  const signs = [...new Intl.Segmenter().segment(typed)]
  return signs.length === 1 &&
    typed.length <= 32 &&
    /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(typed)
    ? typed
    : null
}
