"""The reference scene with Manim Community: static things first, texts made once, one pass over the frames.

FRAMES=300 manim render -r 1920,1080 --fps 30 --format png-sequence --disable_caching with_manim.py Batching
"""
import math
import os

import scene
from manim import DashedVMobject, Line, Polygon, RoundedRectangle, Scene, Text, VGroup, config

UNIT = config.frame_height / 1080


def point(x, y):
    return [(x - 960) * UNIT, (540 - y) * UNIT, 0]


def box(x, y, w, h, r, fill=None, opacity=1, stroke=None, width=0):
    shape = RoundedRectangle(corner_radius=r * UNIT, width=w * UNIT, height=h * UNIT)
    shape.set_fill("#%06X" % (fill or 0), opacity if fill is not None else 0)
    shape.set_stroke("#%06X" % (stroke or 0), width=width)
    return shape.move_to(point(x + w / 2, y + h / 2))


def words(text, size, v, x, y, align=0):
    out = Text(text, font="DejaVu Sans", font_size=size * 0.6, color="#%06X" % v)
    out.move_to(point(x, y - 0.36 * size))
    return out.align_to(point(x, y), [-1, 0, 0] if align == 0 else [1, 0, 0]) if align != 0.5 else out


class Batching(Scene):
    def construct(self):
        self.camera.background_color = "#F8FAFC"
        self.add(words(scene.TITLE, 44, 0x111827, 80, 100))
        for i in range(20):
            (x1, y1), (x2, y2) = scene.arrow(i)
            d = math.hypot(x2 - x1, y2 - y1)
            u, v = (x2 - x1) / d, (y2 - y1) / d
            head = [(x2, y2), (x2 - 14 * u - 7 * v, y2 - 14 * v + 7 * u), (x2 - 14 * u + 7 * v, y2 - 14 * v - 7 * u)]
            self.add(Line(point(x1, y1), point(x2 - 12 * u, y2 - 12 * v), color="#64748B", stroke_width=3))
            self.add(Polygon(*[point(*p) for p in head]).set_fill("#64748B", 1).set_stroke(width=0))
        for g in range(3):
            self.add(box(1420, 190 + 110 * g, 420, 36, 8, 0xE5E7EB))
            self.add(words(scene.NAMES[g], 24, 0x334155, 1420, 178 + 110 * g))
        self.add(DashedVMobject(box(1420, 870, 420, 120, 12, stroke=0x64748B, width=2), num_dashes=76))
        self.add(words("queue", 22, 0x334155, 1440, 938))
        cells = [box(*scene.corner(i), 72, 60, 10, scene.PALETTE[0], 1, 0x475569, 2) for i in range(scene.CELLS)]
        for i, cell in enumerate(cells):
            x, y = scene.corner(i)
            self.add(cell, words(scene.label(i), 22, 0x0F172A, x + 36, y + 38, 0.5))
        percents = [words("%d%%" % i, 24, 0x334155, 1840, 178, 1) for i in range(101)]
        glides = {"R%X" % i: words("R%X" % i, 22, 0x0F172A, 0, 0, 0.5) for i in range(16)}
        moving = VGroup()
        self.add(moving)
        for f in range(int(os.environ.get("FRAMES", "300"))):
            states, cursor, values, glide = scene.state(f)
            for cell, s in zip(cells, states):
                cell.set_fill("#%06X" % scene.PALETTE[s], 1)
            self.remove(moving)
            moving = VGroup()
            for g, value in enumerate(values):
                moving.add(box(1420, 190 + 110 * g, 4.2 * value, 36, 8, scene.COLORS[g]))
                moving.add(percents[math.floor(value + 0.5)].copy().shift([0, -110 * g * UNIT, 0]))
            moving.add(box(cursor, 140, 80, 828, 12, 0xDC2626, 0.12, 0xDC2626, 4))
            if glide:
                moving.add(box(glide[0], glide[1], 72, 60, 10, scene.PALETTE[5], 1, 0x475569, 2))
                moving.add(glides[glide[2]].copy().move_to(point(glide[0] + 36, glide[1] + 30)))
            self.add(moving)
            self.wait(1 / 30)
