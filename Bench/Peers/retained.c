/* The reference scene in C with the means that Lantern has: only what changed is drawn and compressed. What rests lies in
   a layer, from which the rectangles of what moves are restored; bands of rows are deflated on their own by ISA-L and keep
   their chunk while no row of theirs changed; a frame like the one before gets a second name.
   cc -O3 retained.c -o retained $(pkg-config --cflags --libs cairo libisal) -lm;   retained OUTDIR [FRAMES] */
#include "scene.h"
#include <isa-l/igzip_lib.h>
#include <isa-l/crc.h>
#include <stdint.h>
#include <unistd.h>

enum { BAND = 24, BANDS = HEIGHT / BAND, ROW = 1 + 3 * WIDTH, BAND_BYTES = BAND * ROW };
static struct { uint8_t *chunk; size_t count; uint32_t adler; } bands[BANDS];
static unsigned char changed[HEIGHT];

static uint8_t *number(uint8_t *p, uint32_t n) {
  n = __builtin_bswap32(n);
  return (uint8_t *)memcpy(p, &n, 4) + 4;
}

/* Completes a chunk whose data, `count` bytes, stand at p + 8. */
static uint8_t *chunk(uint8_t *p, const char *type, size_t count) {
  number(p, count);
  memcpy(p + 4, type, 4);
  return number(p + 8 + count, crc32_gzip_refl(0, p + 4, count + 4));
}

static void compress_band(int b, const uint8_t *pixels) {
  static uint8_t packed[BAND_BYTES], level[ISAL_DEF_LVL1_LARGE];
  uint8_t *o = packed;
  for (int y = b * BAND; y < (b + 1) * BAND; y++) {
    const uint32_t *p = (const uint32_t *)pixels + (size_t)y * WIDTH;
    *o++ = 0;
    /* Four pixels make three words; WIDTH is a multiple of four. */
    for (int x = 0; x < WIDTH; x += 4, o += 12) {
      uint32_t a = p[x], b = p[x + 1], d = p[x + 2], e = p[x + 3];
      number(number(number(o, a << 8 | (b >> 16 & 255)), b << 16 | (d >> 8 & 65535)), d << 24 | (e & 0xFFFFFF));
    }
  }
  if (!bands[b].chunk) bands[b].chunk = malloc(BAND_BYTES + 4096);
  struct isal_zstream z;
  isal_deflate_stateless_init(&z);
  z.flush = FULL_FLUSH;
  z.level = 1;
  z.level_buf = level;
  z.level_buf_size = sizeof level;
  z.next_in = packed;
  z.avail_in = BAND_BYTES;
  z.next_out = bands[b].chunk + 8;
  z.avail_out = BAND_BYTES + 4000;
  isal_deflate_stateless(&z);
  bands[b].count = chunk(bands[b].chunk, "IDAT", z.total_out) - bands[b].chunk;
  bands[b].adler = isal_adler32(1, packed, BAND_BYTES);
}

static int write_png(const char *path, const uint8_t *pixels) {
  static uint8_t start[64] = {0x89, 'P', 'N', 'G', 13, 10, 26, 10}, end[64];
  uint64_t low = 1, high = 0;
  uint8_t *p = number(number(start + 16, WIDTH), HEIGHT);
  memcpy(p, "\10\2\0\0\0", 5);
  p = chunk(start + 8, "IHDR", 13);
  memcpy(p + 8, "\170\1", 2);
  p = chunk(p, "IDAT", 2);
  FILE *file = fopen(path, "wb");
  if (!file) return 0;
  fwrite(start, p - start, 1, file);
  for (int b = 0; b < BANDS; b++) {
    int is_new = !bands[b].chunk;
    for (int y = b * BAND; y < (b + 1) * BAND; y++) is_new |= changed[y];
    if (is_new) compress_band(b, pixels);
    fwrite(bands[b].chunk, bands[b].count, 1, file);
    high = (high + (bands[b].adler >> 16) + BAND_BYTES % 65521 * (low + 65520)) % 65521;
    low = (low + (bands[b].adler & 0xFFFF) + 65520) % 65521;
  }
  memcpy(end + 8, "\3", 2);
  number(end + 10, high << 16 | low);
  p = chunk(chunk(end, "IDAT", 6), "IEND", 0);
  fwrite(end, p - end, 1, file);
  return fclose(file) == 0;
}

static void restore(uint8_t *to, const uint8_t *from, double x, double y, double w, double h) {
  int left = fmax(0, x), top = fmax(0, y), right = fmin(WIDTH, ceil(x + w)), bottom = fmin(HEIGHT, ceil(y + h));
  for (int row = top; row < bottom; row++) {
    size_t at = 4 * ((size_t)row * WIDTH + left);
    memcpy(to + at, from + at, 4 * (right - left));
    changed[row] = 1;
  }
}

static void restore_moving(uint8_t *to, const uint8_t *from, const struct state *s) {
  for (int g = 0; g < 3; g++) {
    restore(to, from, 1419, 189 + 110 * g, 422, 38);
    restore(to, from, 1740, 154 + 110 * g, 104, 34);
  }
  restore(to, from, s->cursor - 3, 137, 87, 834);
  if (s->glides) restore(to, from, s->x - 2, s->y - 2, 77, 65);
}

int main(int argc, char **argv) {
  if (argc < 2) return 2;
  int frames = argc > 2 ? atoi(argv[2]) : 300;
  make_cells();
  cairo_t *layer = context(), *screen = context();
  uint8_t *under = cairo_image_surface_get_data(cairo_get_target(layer));
  uint8_t *pixels = cairo_image_surface_get_data(cairo_get_target(screen));
  struct state last;
  char path[4096], twin[4096];
  for (int f = 0; f < frames; f++) {
    struct state s = state_of(f);
    snprintf(path, sizeof path, "%s/f%04d.png", argv[1], f);
    if (f && s.cells == last.cells && s.cursor == last.cursor && !s.glides
        && !memcmp(s.gauges, last.gauges, sizeof s.gauges)) {
      if (link(twin, path)) return 1;
      continue;
    }
    memset(changed, 0, sizeof changed);
    c = layer;
    if (f == 0) draw_resting();
    for (int i = 0; i < CELLS; i++) {
      if (f && s.cells[i] == last.cells[i]) continue;
      double x = 80 + 80 * (i % COLUMNS), y = 150 + 68 * (i / COLUMNS);
      color(0xF8FAFC);
      cairo_rectangle(c, x - 2, y - 2, 76, 64);
      cairo_fill(c);
      draw_cell(i, s.cells[i]);
      cairo_surface_flush(cairo_get_target(layer));
      if (f) restore(pixels, under, x - 2, y - 2, 76, 64);
    }
    cairo_surface_flush(cairo_get_target(layer));
    if (f == 0) {
      restore(pixels, under, 0, 0, WIDTH, HEIGHT);
    } else {
      restore_moving(pixels, under, &last);
      restore_moving(pixels, under, &s);
    }
    c = screen;
    cairo_surface_mark_dirty(cairo_get_target(screen));
    draw_moving(&s);
    cairo_surface_flush(cairo_get_target(screen));
    if (!write_png(path, pixels)) return 1;
    memcpy(twin, path, sizeof path);
    last = s;
  }
  return 0;
}
