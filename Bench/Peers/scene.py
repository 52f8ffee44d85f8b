"""The reference scene's state as formulas, for the peers in Python."""

COLUMNS, ROWS = 16, 12
CELLS = COLUMNS * ROWS
PALETTE = (0xDBEAFE, 0xBBF7D0, 0xFDE68A, 0xFBCFE8, 0xDDD6FE, 0xFB923C)
NAMES = ("KV cache", "Batch size", "Tokens/s")
COLORS = (0x2563EB, 0x16A34A, 0xD97706)
TITLE = "Continuous batching: 192 slots, one step every 10 frames"


def target(k):
    return COLUMNS * ((5 * k + 2) % ROWS) + (7 * k + 3) % COLUMNS


def smooth(t):
    return t * t * (3 - 2 * t)


def gauge(g, k):
    return 10 if k < 0 else (37 * k + 53 * g + 20) % 81 + 10


def corner(i):
    return 80 + 80 * (i % COLUMNS), 150 + 68 * (i // COLUMNS)


def label(i):
    return "%c%d" % (65 + 5 * i % 26, (3 * i + i // COLUMNS) % 10)


def arrow(i):
    if i < 16:
        x = 116 + 80 * i
        return (x, 1052), (x + 12 * (i % 3 - 1), 984)
    return (1640, 560 + 80 * (i - 16)), (1380, 520 + 90 * (i - 16))


def steps():
    cells = [(7 * i + 3 * (i // COLUMNS)) % 5 for i in range(CELLS)]
    out = [cells]
    for k in range(1, 30):
        cells = [(s + 1) % 5 if (31 * i + 17 * k) % 16 == 0 else s for i, s in enumerate(cells)]
        if (k - 1) % 2 == 0:
            cells[target(k - 1)] = 5
        out.append(cells)
    return out


STEPS = steps()


def state(f):
    """Cells, cursor, three gauges in percent, and corner and label of the gliding cell or None."""
    k, j = divmod(f, 10)
    m = min(1, (j + 1) / 5)
    c0, c1 = (k - 1) % COLUMNS if k else 0, k % COLUMNS
    cursor = 76 + 80 * (c0 + (c1 - c0) * smooth(m))
    values = [gauge(g, k - 1) + (gauge(g, k) - gauge(g, k - 1)) * m for g in range(3)]
    glide = None
    if k % 2 == 0:
        (x, y), e = corner(target(k)), smooth((j + 1) / 10)
        glide = (1594 + (x - 1594) * e, 900 + (y - 900) * e, "R%X" % (k // 2 % 16))
    return STEPS[k], cursor, values, glide
