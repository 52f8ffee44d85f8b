/* The reference scene for the C programs, drawn by Cairo. */
#include <cairo.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 1920, HEIGHT = 1080, COLUMNS = 16, ROWS = 12, CELLS = COLUMNS * ROWS, STEPS = 30 };
static int cells[STEPS][CELLS];
static const unsigned palette[6] = {0xDBEAFE, 0xBBF7D0, 0xFDE68A, 0xFBCFE8, 0xDDD6FE, 0xFB923C};
/* What is drawn on. */
static cairo_t *c;

static int target(int k) { return COLUMNS * ((5 * k + 2) % ROWS) + (7 * k + 3) % COLUMNS; }
static int gauge(int g, int k) { return k < 0 ? 10 : (37 * k + 53 * g + 20) % 81 + 10; }
static double smooth(double t) { return t * t * (3 - 2 * t); }

static void color(unsigned v) { cairo_set_source_rgb(c, (v >> 16) / 255.0, (v >> 8 & 255) / 255.0, (v & 255) / 255.0); }

static void rounded(double x, double y, double w, double h, double r) {
  cairo_new_sub_path(c);
  cairo_arc(c, x + w - r, y + r, r, -M_PI / 2, 0);
  cairo_arc(c, x + w - r, y + h - r, r, 0, M_PI / 2);
  cairo_arc(c, x + r, y + h - r, r, M_PI / 2, M_PI);
  cairo_arc(c, x + r, y + r, r, M_PI, 3 * M_PI / 2);
  cairo_close_path(c);
}

static void words(const char *text, double size, unsigned v, double x, double y, double align) {
  cairo_set_font_size(c, size);
  if (align > 0) {
    cairo_text_extents_t e;
    cairo_text_extents(c, text, &e);
    x -= align * e.x_advance;
  }
  color(v);
  cairo_move_to(c, x, y);
  cairo_show_text(c, text);
}

static void cell(double x, double y, unsigned v, const char *label) {
  rounded(x, y, 72, 60, 10);
  color(v);
  cairo_fill_preserve(c);
  color(0x475569);
  cairo_set_line_width(c, 2);
  cairo_stroke(c);
  words(label, 22, 0x0F172A, x + 36, y + 38, 0.5);
}

static void arrow(int i) {
  double q = i - 16, x1 = i < 16 ? 116 + 80 * i : 1640, y1 = i < 16 ? 1052 : 560 + 80 * q;
  double x2 = i < 16 ? x1 + 12 * (i % 3 - 1) : 1380, y2 = i < 16 ? 984 : 520 + 90 * q;
  double d = hypot(x2 - x1, y2 - y1), ux = (x2 - x1) / d, uy = (y2 - y1) / d, bx = x2 - 14 * ux, by = y2 - 14 * uy;
  color(0x64748B);
  cairo_set_line_width(c, 3);
  cairo_move_to(c, x1, y1);
  cairo_line_to(c, x2 - 12 * ux, y2 - 12 * uy);
  cairo_stroke(c);
  cairo_move_to(c, x2, y2);
  cairo_line_to(c, bx - 7 * uy, by + 7 * ux);
  cairo_line_to(c, bx + 7 * uy, by - 7 * ux);
  cairo_close_path(c);
  cairo_fill(c);
}

/* What the scene shows in a frame, beside what always rests. */
struct state {
  const int *cells;
  double gauges[3], cursor;
  int glides;
  double x, y; /* of the gliding cell */
  char label[3];
};

static struct state state_of(int f) {
  int k = f / 10, j = f % 10, c1 = k % COLUMNS, c0 = k ? (k - 1) % COLUMNS : 0, t = target(k);
  double m = fmin(1, (j + 1) / 5.0), e = smooth((j + 1) / 10.0);
  struct state s = {.cells = cells[k], .cursor = 76 + 80 * (c0 + (c1 - c0) * smooth(m)), .glides = k % 2 == 0};
  for (int g = 0; g < 3; g++) s.gauges[g] = gauge(g, k - 1) + (gauge(g, k) - gauge(g, k - 1)) * m;
  s.x = 1594 + (80 + 80 * (t % COLUMNS) - 1594) * e;
  s.y = 900 + (150 + 68 * (t / COLUMNS) - 900) * e;
  snprintf(s.label, sizeof s.label, "R%X", k / 2 % 16);
  return s;
}

static void draw_resting(void) {
  static const char *const names[3] = {"KV cache", "Batch size", "Tokens/s"};
  static const double dash[2] = {8, 6};
  color(0xF8FAFC);
  cairo_paint(c);
  words("Continuous batching: 192 slots, one step every 10 frames", 44, 0x111827, 80, 100, 0);
  for (int i = 0; i < 20; i++) arrow(i);
  for (int g = 0; g < 3; g++) {
    rounded(1420, 190 + 110 * g, 420, 36, 8);
    color(0xE5E7EB);
    cairo_fill(c);
    words(names[g], 24, 0x334155, 1420, 178 + 110 * g, 0);
  }
  rounded(1420, 870, 420, 120, 12);
  color(0x64748B);
  cairo_set_line_width(c, 2);
  cairo_set_dash(c, dash, 2, 0);
  cairo_stroke(c);
  cairo_set_dash(c, NULL, 0, 0);
  words("queue", 22, 0x334155, 1440, 938, 0);
}

static void draw_cell(int i, int value) {
  char label[4];
  snprintf(label, sizeof label, "%c%d", 'A' + 5 * i % 26, (3 * i + i / COLUMNS) % 10);
  cell(80 + 80 * (i % COLUMNS), 150 + 68 * (i / COLUMNS), palette[value], label);
}

static void draw_moving(const struct state *s) {
  static const unsigned colors[3] = {0x2563EB, 0x16A34A, 0xD97706};
  char text[16];
  for (int g = 0; g < 3; g++) {
    double v = s->gauges[g];
    rounded(1420, 190 + 110 * g, 4.2 * v, 36, 8);
    color(colors[g]);
    cairo_fill(c);
    snprintf(text, sizeof text, "%d%%", (int)floor(v + 0.5));
    words(text, 24, 0x334155, 1840, 178 + 110 * g, 1);
  }
  rounded(s->cursor, 140, 80, 828, 12);
  cairo_set_source_rgba(c, 220 / 255.0, 38 / 255.0, 38 / 255.0, 0.12);
  cairo_fill_preserve(c);
  color(0xDC2626);
  cairo_set_line_width(c, 4);
  cairo_stroke(c);
  if (s->glides) cell(s->x, s->y, palette[5], s->label);
}

static void make_cells(void) {
  for (int i = 0; i < CELLS; i++) cells[0][i] = (7 * i + 3 * (i / COLUMNS)) % 5;
  for (int k = 1; k < STEPS; k++) {
    memcpy(cells[k], cells[k - 1], sizeof cells[k]);
    for (int i = 0; i < CELLS; i++)
      if ((31 * i + 17 * k) % 16 == 0) cells[k][i] = (cells[k][i] + 1) % 5;
    if ((k - 1) % 2 == 0) cells[k][target(k - 1)] = 5;
  }
}

/* A context on a new picture, with the scene's font. */
static cairo_t *context(void) {
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *made = cairo_create(surface);
  cairo_font_options_t *o = cairo_font_options_create();
  cairo_font_options_set_antialias(o, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(o, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(o, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options(made, o);
  cairo_font_options_destroy(o);
  cairo_select_font_face(made, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  return made;
}
