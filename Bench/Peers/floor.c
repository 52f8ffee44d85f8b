/* The reference scene in C: Cairo draws every frame in full, Cairo's own PNG writer writes it. What Lantern is
   measured against.   cc -O3 floor.c -o floor $(pkg-config --cflags --libs cairo) -lm;   floor OUTDIR [FRAMES] */
#include "scene.h"

int main(int argc, char **argv) {
  if (argc < 2) return 2;
  int frames = argc > 2 ? atoi(argv[2]) : 300;
  make_cells();
  c = context();
  for (int f = 0; f < frames; f++) {
    struct state s = state_of(f);
    draw_resting();
    for (int i = 0; i < CELLS; i++) draw_cell(i, s.cells[i]);
    draw_moving(&s);
    char path[4096];
    snprintf(path, sizeof path, "%s/f%04d.png", argv[1], f);
    if (cairo_surface_write_to_png(cairo_get_target(c), path) != CAIRO_STATUS_SUCCESS) return 1;
  }
  return 0;
}
