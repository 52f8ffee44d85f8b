"""The reference scene with pycairo: every frame in full, written by Cairo.   with_pycairo.py OUTDIR FRAMES"""
import math
import sys

import cairo
import scene

surface = cairo.ImageSurface(cairo.FORMAT_RGB24, 1920, 1080)
c = cairo.Context(surface)
options = cairo.FontOptions()
options.set_antialias(cairo.ANTIALIAS_GRAY)
options.set_hint_style(cairo.HINT_STYLE_NONE)
options.set_hint_metrics(cairo.HINT_METRICS_OFF)
c.set_font_options(options)
c.select_font_face("DejaVu Sans")


def color(v, alpha=1):
    c.set_source_rgba((v >> 16) / 255, (v >> 8 & 255) / 255, (v & 255) / 255, alpha)


def rounded(x, y, w, h, r):
    c.new_sub_path()
    c.arc(x + w - r, y + r, r, -math.pi / 2, 0)
    c.arc(x + w - r, y + h - r, r, 0, math.pi / 2)
    c.arc(x + r, y + h - r, r, math.pi / 2, math.pi)
    c.arc(x + r, y + r, r, math.pi, 1.5 * math.pi)
    c.close_path()


def words(text, size, v, x, y, align=0):
    c.set_font_size(size)
    if align:
        x -= align * c.text_extents(text).x_advance
    color(v)
    c.move_to(x, y)
    c.show_text(text)


def cell(x, y, v, text):
    rounded(x, y, 72, 60, 10)
    color(v)
    c.fill_preserve()
    color(0x475569)
    c.set_line_width(2)
    c.stroke()
    words(text, 22, 0x0F172A, x + 36, y + 38, 0.5)


def draw(f):
    cells, cursor, values, glide = scene.state(f)
    color(0xF8FAFC)
    c.paint()
    words(scene.TITLE, 44, 0x111827, 80, 100)
    for i in range(20):
        (x1, y1), (x2, y2) = scene.arrow(i)
        d = math.hypot(x2 - x1, y2 - y1)
        u, v = (x2 - x1) / d, (y2 - y1) / d
        color(0x64748B)
        c.set_line_width(3)
        c.move_to(x1, y1)
        c.line_to(x2 - 12 * u, y2 - 12 * v)
        c.stroke()
        c.move_to(x2, y2)
        c.line_to(x2 - 14 * u - 7 * v, y2 - 14 * v + 7 * u)
        c.line_to(x2 - 14 * u + 7 * v, y2 - 14 * v - 7 * u)
        c.close_path()
        c.fill()
    for g in range(3):
        rounded(1420, 190 + 110 * g, 420, 36, 8)
        color(0xE5E7EB)
        c.fill()
        words(scene.NAMES[g], 24, 0x334155, 1420, 178 + 110 * g)
    rounded(1420, 870, 420, 120, 12)
    color(0x64748B)
    c.set_line_width(2)
    c.set_dash([8, 6])
    c.stroke()
    c.set_dash([])
    words("queue", 22, 0x334155, 1440, 938)
    for i, s in enumerate(cells):
        cell(*scene.corner(i), scene.PALETTE[s], scene.label(i))
    for g, value in enumerate(values):
        rounded(1420, 190 + 110 * g, 4.2 * value, 36, 8)
        color(scene.COLORS[g])
        c.fill()
        words("%d%%" % math.floor(value + 0.5), 24, 0x334155, 1840, 178 + 110 * g, 1)
    rounded(cursor, 140, 80, 828, 12)
    color(0xDC2626, 0.12)
    c.fill_preserve()
    color(0xDC2626)
    c.set_line_width(4)
    c.stroke()
    if glide:
        cell(glide[0], glide[1], scene.PALETTE[5], glide[2])


for f in range(int(sys.argv[2])):
    draw(f)
    surface.write_to_png("%s/f%04d.png" % (sys.argv[1], f))
