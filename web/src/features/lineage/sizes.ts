// The sizes of a lineage's plane, in its own units: pixels at 100 %.

export const WIDTH = 144
export const HEIGHT = 176
/** From one generation to the next. */
export const COLUMN = WIDTH + 88
/** Between two pictures under each other. */
export const GAP = 18
export const STEP = HEIGHT + GAP
