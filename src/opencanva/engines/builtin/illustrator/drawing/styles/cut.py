"""Pieces and prints: pixel, stained glass, mosaic, low poly, paper cut, flat, risograph, linocut, vintage."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from ..frame import Array, Frame, luminance, mix, noise, rgb, smooth, soften
from ..stage import Check
from .drawn import _dots
from .kit import Canvas, blur, find_lines, lift_colour, paper, posterise, smooth_regions


def _byte(image: Array) -> Image.Image:
    return Image.fromarray(np.clip(image * 255 + 0.5, 0, 255).astype(np.uint8))


def cut_pixels(canvas: Canvas, check: Check) -> Canvas:
    """Square pixels from a small palette with ordered dither; subjects get a dark outline of one pixel."""
    frame = canvas.frame
    wide, high = max(16, round(frame.ax * 144)), max(16, round(frame.ay * 144))
    source = smooth_regions(lift_colour(canvas.image, 1.3), frame.unit * 0.004, 0.002)
    small = np.asarray(_byte(source).resize((wide, high), Image.Resampling.BOX), np.float32) / 255
    mask = np.asarray(_byte(canvas.owned).resize((wide, high), Image.Resampling.BOX), np.float32) / 255 > 0.5
    check("Style")
    bayer = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - 0.47
    dither = np.tile(bayer, (high // 4 + 1, wide // 4 + 1))[:high, :wide]
    ringed = mask.copy()
    for axis, way in ((0, 1), (0, -1), (1, 1), (1, -1)):
        ringed |= np.roll(mask, way, axis)
    outline = ringed & ~mask
    small += (dither * 0.06 * (1 - 0.7 * mask))[..., None]
    few = _byte(small).quantize(36, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).convert("RGB")
    out = np.asarray(few, np.float32) / 255
    out[outline] *= 0.35
    big = _byte(out).resize((frame.w, frame.h), Image.Resampling.NEAREST)
    return Canvas(frame, np.asarray(big, np.float32) / 255, canvas.owned)


def _cells(frame: Frame, size: float, stage: str, jitter: float) -> tuple[np.ndarray, Array]:
    """Voronoi cells of a jittered grid: each pixel's cell number, and its distance to the cell's edge in
    units.
    """
    final, frame = frame, frame.half() if frame.w * frame.h > 300_000 else frame
    nx, ny = int(frame.ax / size) + 4, int(frame.ay / size) + 4
    spots = frame.rng(stage).random((ny, nx, 2), dtype=np.float32) * np.float32(jitter) + np.float32(
        (1 - jitter) / 2
    )
    x, y = frame.xs / np.float32(size) + 1, frame.ys / np.float32(size) + 1
    i, j = x.astype(np.int32), y.astype(np.int32)
    first, second = np.full((frame.h, frame.w), 9, np.float32), np.full((frame.h, frame.w), 9, np.float32)
    cell = np.zeros((frame.h, frame.w), np.int32)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            jj, ii = np.clip(j + dy, 0, ny - 1), np.clip(i + dx, 0, nx - 1)
            spot = spots[jj][:, ii]
            far = np.hypot(
                x[None, :] - (i + dx)[None, :] - spot[..., 0], y[:, None] - (j + dy)[:, None] - spot[..., 1]
            )
            near = far < first
            second = np.where(near, first, np.minimum(second, far))
            cell = np.where(near, jj[:, None] * nx + ii[None, :], cell)
            first = np.where(near, far, first)
    edge = (second - first) * np.float32(size * 0.5)
    if final is not frame:
        up = (final.w, final.h)
        cell = np.asarray(Image.fromarray(cell).resize(up, Image.Resampling.NEAREST))
        edge = np.asarray(Image.fromarray(edge).resize(up, Image.Resampling.BILINEAR))
    return cell, edge


def _mean_by(cell: np.ndarray, image: Array) -> Array:
    """Each cell's mean colour, spread over its pixels."""
    _, number = np.unique(cell, return_inverse=True)
    flat = number.ravel()
    count = np.maximum(np.bincount(flat), 1)
    table = np.stack([np.bincount(flat, image[..., k].ravel()) / count for k in range(3)], -1).astype(
        np.float32
    )
    out: Array = table[flat].reshape(image.shape)
    return out


def _pieces(
    canvas: Canvas, ground: float, fine: float, stage: str, jitter: float, check: Check
) -> tuple[np.ndarray, Array, Array]:
    """Coarse cells for the ground and fine ones for subjects; cells never cross a subject's edge."""
    frame = canvas.frame
    mine = canvas.owned > 0.5
    size = float(np.sqrt(max(mine.mean(), 0.0004)))
    fine = min(fine, max(0.012, size * 0.12))
    coarse, edge_a = _cells(frame, ground, stage + "a", jitter)
    check("Style")
    small, edge_b = _cells(frame, fine, stage + "b", jitter)
    check("Style")
    cell = np.where(mine, small + 1_000_000, coarse)
    rim = np.abs(blur(canvas.owned, max(1, frame.unit * 0.0016)) - 0.5) * 0.012
    edge = np.minimum(
        np.where(mine, edge_b, edge_a), np.where((canvas.owned > 0.02) & (canvas.owned < 0.98), 0, 1) + rim
    )
    return cell, edge, mine.astype(np.float32)


def cut_glass(canvas: Canvas, check: Check) -> Canvas:
    """Pieces of glowing glass in dark lead, finer in the subjects."""
    frame, unit = canvas.frame, canvas.frame.unit
    cell, edge, mine = _pieces(canvas, 0.05, 0.03, "glass", 0.9, check)
    soft = blur(canvas.owned, unit * 0.0022)
    rim = np.clip(1 - np.abs(soft - 0.5) * 2.1, 0, 1)
    colour = _mean_by(cell, lift_colour(canvas.image, 1.7))
    check("Style")
    key = ((cell * 7919) % 211 / 211).astype(np.float32)
    ripple = noise(frame, "glass-ripple", 22, 3) - 0.5
    pane = colour * (0.92 + 0.4 * (key - 0.5) + ripple * 0.4)[..., None] + 0.05
    pane += np.exp(-np.clip(edge, 0, 1) / np.float32(0.02))[..., None] * -0.1 + 0.06
    lead = np.clip((np.float32(0.0024) - edge * np.where(mine > 0, 1.35, 1)) * unit + 0.5, 0, 1)
    lead = np.maximum(lead, smooth(0.25, 0.6, rim))
    bead = np.clip(1 - edge / np.float32(0.0024), 0, 1) ** 2 * 0.22
    out = mix(
        np.clip(pane, 0, 1.1), np.broadcast_to(rgb("15131a"), pane.shape) + bead[..., None], lead[..., None]
    )
    glow = soften(np.clip(out - 0.45, 0, 1), unit * 0.03) * 0.4
    return Canvas(frame, np.clip(out + glow, 0, 1).astype(np.float32), canvas.owned)


def cut_mosaic(canvas: Canvas, check: Check) -> Canvas:
    """Small tiles with grout, each a little off in tone."""
    frame, unit = canvas.frame, canvas.frame.unit
    cell, edge, _ = _pieces(canvas, 0.017, 0.0125, "mosaic", 0.62, check)
    colour = _mean_by(cell, lift_colour(canvas.image, 1.6))
    key = ((cell * 104729) % 499 / 499).astype(np.float32)
    tile_ = colour * (1.02 + 0.26 * (key - 0.4))[..., None]
    tile_ *= (1 + 0.2 * canvas.owned)[..., None]
    tile_ = tile_ * (0.9 + np.clip(edge * 22, 0, 0.14))[..., None] + (key > 0.93)[..., None] * 0.05
    grout = np.clip((np.float32(0.0011) - edge) * unit + 0.5, 0, 1)
    out = mix(tile_, np.broadcast_to(rgb("cfc6b6") * 0.75, tile_.shape), grout[..., None])
    return Canvas(frame, np.clip(out, 0, 1).astype(np.float32), canvas.owned)


def cut_polygons(canvas: Canvas, check: Check) -> Canvas:
    """Low poly: triangles whose corners are drawn to the edges in the picture, finer where subjects are."""
    frame = canvas.frame
    image = smooth_regions(lift_colour(canvas.image, 1.25), frame.unit * 0.005, 0.003)
    light = blur(luminance(image) + canvas.owned * 0.6, max(1, frame.unit * 0.0025))
    gy, gx = np.gradient(light)
    edge = np.hypot(gx, gy)
    check("Style")
    out = _triangles(frame, image, edge, 0.052, "coarse")
    check("Style")
    if canvas.owned.max() > 0.5:
        share = float(np.sqrt((canvas.owned > 0.5).mean()))
        fine = _triangles(frame, image, edge, min(0.03, max(0.014, share * 0.085)), "fine")
        from .kit import grow

        out = mix(out, fine, smooth(0.2, 0.4, grow(canvas.owned, frame.unit * 0.008))[..., None])
    return Canvas(frame, out.astype(np.float32), canvas.owned)


def _triangles(frame: Frame, image: Array, edge: Array, size: float, stage: str) -> Array:
    nx, ny = int(frame.ax / size) + 2, int(frame.ay / size) + 2
    rng = frame.rng("poly", stage)
    px = (np.arange(nx)[None, :] + rng.random((ny, nx)) * 0.7 - 0.35) * frame.ax / (nx - 1)
    py = (np.arange(ny)[:, None] + rng.random((ny, nx)) * 0.7 - 0.35) * frame.ay / (ny - 1)
    best = np.zeros((ny, nx)) - 1
    bx, by = px.copy(), py.copy()
    for _ in range(12):
        cx, cy = (
            px + (rng.random((ny, nx)) - 0.5) * size * 0.8,
            py + (rng.random((ny, nx)) - 0.5) * size * 0.8,
        )
        i = np.clip(cy * frame.unit, 0, frame.h - 1).astype(int)
        j = np.clip(cx * frame.unit, 0, frame.w - 1).astype(int)
        value = edge[i, j]
        better = value > best
        best, bx, by = np.where(better, value, best), np.where(better, cx, bx), np.where(better, cy, by)
    bx[:, 0], bx[:, -1], by[0], by[-1] = -0.01, frame.ax + 0.01, -0.01, frame.ay + 0.01
    layer = Image.new("RGB", (frame.w * 2, frame.h * 2))
    pen = ImageDraw.Draw(layer)
    shade = rng.random((ny, nx, 2)) * 0.12 - 0.06
    for y in range(ny - 1):
        for x in range(nx - 1):
            a, b, c, d = (
                (bx[y, x], by[y, x]),
                (bx[y, x + 1], by[y, x + 1]),
                (bx[y + 1, x + 1], by[y + 1, x + 1]),
                (bx[y + 1, x], by[y + 1, x]),
            )
            for n, corners in enumerate(((a, b, c), (a, c, d)) if (x + y) % 2 else ((a, b, d), (b, c, d))):
                mx, my = float(sum(p[0] for p in corners)) / 3, float(sum(p[1] for p in corners)) / 3
                row, col = int(my * frame.unit), int(mx * frame.unit)
                row, col = int(np.clip(row, 0, frame.h - 1)), int(np.clip(col, 0, frame.w - 1))
                tint = image[row, col] * (1 + shade[y, x, n])
                fill = tuple(int(v) for v in np.clip(tint * 255, 0, 255))
                pen.polygon([(p[0] * frame.unit * 2, p[1] * frame.unit * 2) for p in corners], fill=fill)
    return np.asarray(layer.resize((frame.w, frame.h), Image.Resampling.BOX), np.float32) / 255


def cut_paper(canvas: Canvas, check: Check) -> Canvas:
    """Layers of coloured card, each throwing a soft shadow on the one below."""
    frame, unit = canvas.frame, canvas.frame.unit
    calm = smooth_regions(lift_colour(canvas.image, 1.35), unit * 0.016, 0.004)
    calm = mix(
        calm, smooth_regions(lift_colour(canvas.image, 1.35), unit * 0.006, 0.003), canvas.owned[..., None]
    )
    check("Style")
    light = luminance(calm)
    light = blur(light, unit * 0.004)
    levels = 7
    wobble = (noise(frame, "cut", 7, 3) - 0.5) * 0.5
    depth = np.floor((1 - light) * levels + wobble * (1 - canvas.owned)) + (canvas.owned > 0.5) * 20
    flat = _mean_by(depth.astype(np.int32) * 64 + _hue_of(calm), calm)
    check("Style")
    step = max(1, round(unit * 0.005))
    shadow = np.zeros_like(light)
    for way in (1, 2):
        moved = np.roll(depth, (step * way, step * way), (0, 1))
        shadow += np.clip(moved - depth, 0, 1) * (0.5 if way == 1 else 0.3)
    edge = np.clip(depth - np.roll(depth, (1, 1), (0, 1)), 0, 1)
    fibre = noise(frame, "card", 160, 3, 0.6) - 0.5
    out = (
        flat * (1 - 0.55 * blur(np.clip(shadow, 0, 1), unit * 0.003) + edge * 0.14 + fibre * 0.07)[..., None]
    )
    return Canvas(frame, np.clip(out * paper(frame, 0.5)[..., None], 0, 1).astype(np.float32), canvas.owned)


def _hue_of(image: Array) -> np.ndarray:
    """A number of 0..12 for each pixel's hue, 12 for greys: what may share a sheet of card."""
    r, g, b = image[..., 0], image[..., 1], image[..., 2]
    angle = np.arctan2(np.sqrt(3) * (g - b), 2 * r - g - b)
    chroma = image.max(-1) - image.min(-1)
    return np.where(chroma < 0.1, 12, ((angle / (2 * np.pi) + 0.5) * 8).astype(np.int32) % 8)


def cut_flat(canvas: Canvas, check: Check) -> Canvas:
    """Flat design: few clean colours, soft gradients gone, crisp edges."""
    frame, unit = canvas.frame, canvas.frame.unit
    calm = smooth_regions(lift_colour(canvas.image, 1.3), unit * 0.014, 0.003)
    check("Style")
    fine = smooth_regions(lift_colour(canvas.image, 1.25), unit * 0.004, 0.002)
    back, front = posterise(calm, 16, unit * 0.004), posterise(fine, 28, 0, canvas.owned)
    out = mix(back, front, smooth(0.3, 0.7, canvas.owned)[..., None])
    return Canvas(frame, np.clip(out * 0.96 + 0.035, 0, 1).astype(np.float32), canvas.owned)


INKS = (
    ("f0527f", "2a6fd0", "f7c93a"),
    ("f2603f", "1f7a8c", "f4b942"),
    ("e8487a", "2b8a64", "ffd23f"),
    ("6a4fd0", "f2603f", "3cc0b0"),
)


def print_riso(canvas: Canvas, check: Check) -> Canvas:
    """Three inks that miss each other by a hair, grain and halftone on off-white paper."""
    frame, unit = canvas.frame, canvas.frame.unit
    calm = smooth_regions(lift_colour(canvas.image, 1.2), unit * 0.006, 0.003)
    check("Style")
    rng = frame.rng("riso")
    inks = [rgb(c) for c in INKS[int(rng.integers(0, len(INKS)))]]
    low, high = np.percentile(luminance(calm)[::4, ::4], (2, 98))
    stretch = np.clip((calm - np.float32(low)) / np.float32(max(high - low, 0.1)), 0.02, 1)
    pull = np.linalg.inv(-np.log(np.clip(np.stack(inks), 0.06, 0.98))).astype(np.float32)
    amounts = -np.log(stretch) * np.float32(0.8) @ pull
    plates = [np.clip(amounts[..., n], 0, 1) for n in range(3)]
    out = np.broadcast_to(rgb("f6f1e4"), canvas.image.shape).astype(np.float32).copy()
    for n, (plate, ink) in enumerate(zip(plates, inks, strict=True)):
        check("Style")
        screen = _dots(frame, 0.0075, (0.26, 1.3, 0.0)[n])
        grain = noise(frame, f"riso-grain{n}", 240, 1)
        inked = smooth(-0.1, 0.16, np.clip(plate * 1.12, 0, 1) - screen * 0.82 - (grain - 0.5) * 0.22 - 0.02)
        shift = (rng.random(2) - 0.5) * unit * 0.009
        inked = np.roll(inked, (round(shift[0]), round(shift[1])), (0, 1)) * (
            0.86 + 0.14 * noise(frame, f"riso-fade{n}", 4, 3)
        )
        out *= 1 - (1 - ink) * inked[..., None]
    return Canvas(frame, np.clip(out * paper(frame, 0.5)[..., None], 0, 1).astype(np.float32), canvas.owned)


def print_lino(canvas: Canvas, check: Check) -> Canvas:
    """A block print: one dark ink carved with lines that follow the forms, over two flat tints."""
    frame, unit = canvas.frame, canvas.frame.unit
    calm = smooth_regions(canvas.image, unit * 0.009, 0.004)
    check("Style")
    light = luminance(calm)
    low, high = np.percentile(light[::4, ::4], (3, 97))
    tone = np.clip((light - np.float32(low)) / np.float32(max(high - low, 0.1)), 0, 1)
    pull = noise(frame, "lino-pull", 5, 3) - 0.5
    cuts = 0.5 + 0.5 * np.sin(
        (frame.ys[:, None] * 74 + pull * 11 + tone * 5 + frame.xs[None, :] * 6) * np.float32(2 * np.pi / 2.2)
    )
    ragged = (noise(frame, "lino-rag", 90, 2) - 0.5) * 0.22
    ink = smooth(
        -0.05,
        0.05,
        0.98 - tone * 1.25 - cuts * (0.52 - 0.22 * canvas.owned) + ragged * 0.5 - 0.16 * canvas.owned,
    )
    lines = find_lines(calm, unit * 0.0042, 0.02)
    ring = blur(canvas.owned, unit * 0.003)
    halo = smooth(0.05, 0.3, ring) * (1 - smooth(0.45, 0.6, ring))
    ink = np.clip(np.maximum(ink * (1 - halo), lines * 0.9), 0, 1)
    check("Style")
    patch = noise(frame, "lino-patch", 120, 2) * 0.6 + noise(frame, "lino-wear", 9, 3) * 0.4
    ink *= smooth(0.2, 0.34, patch)
    warm = lift_colour(_mean_by(np.floor(tone * 3).astype(np.int32) * 64 + _hue_of(calm), calm), 1.3)
    ground = mix(np.broadcast_to(rgb("f3ead8"), calm.shape), warm * 0.6 + 0.4, 0.75)
    out = mix(ground, np.broadcast_to(rgb("1f2a44"), calm.shape), (ink * 0.95)[..., None])
    return Canvas(frame, np.clip(out * paper(frame, 0.6)[..., None], 0, 1).astype(np.float32), canvas.owned)


def print_vintage(canvas: Canvas, check: Check) -> Canvas:
    """An old travel poster: few faded colours, warm paper, worn folds and a pale margin."""
    frame, unit = canvas.frame, canvas.frame.unit
    calm = smooth_regions(lift_colour(canvas.image, 1.15), unit * 0.012, 0.003)
    calm = mix(
        calm, smooth_regions(lift_colour(canvas.image, 1.15), unit * 0.005, 0.002), canvas.owned[..., None]
    )
    flat = posterise(calm, 20, unit * 0.003, canvas.owned)
    check("Style")
    grey = luminance(flat)[..., None]
    image: Array = grey + (flat - grey) * 0.82
    image = image * np.array([1.02, 0.96, 0.8], np.float32) * 0.82 + rgb("e8cf9a") * np.float32(0.17)
    grain = noise(frame, "old-grain", 260, 2) - 0.5
    wear = noise(frame, "old-wear", 6, 5, 0.6)
    image = image * (1 + grain * 0.16)[..., None]
    image = mix(
        image,
        np.broadcast_to(rgb("efe0bd"), image.shape),
        (smooth(0.72, 0.84, wear + grain * 0.22) * 0.4)[..., None],
    )
    side = np.minimum(
        np.minimum(frame.xs, np.float32(frame.ax) - frame.xs)[None, :],
        np.minimum(frame.ys, np.float32(frame.ay) - frame.ys)[:, None],
    )
    rag = noise(frame, "old-edge", 40, 3) - 0.5
    image = mix(
        np.broadcast_to(rgb("efe3c8"), image.shape),
        image,
        smooth(0.036, 0.0375, side + rag * 0.0018)[..., None],
    )
    return Canvas(frame, np.clip(image * paper(frame, 0.6)[..., None], 0, 1).astype(np.float32), canvas.owned)
