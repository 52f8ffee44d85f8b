#pragma once
#include <hb.h>
#include <hb-ot.h>
#include <hb-subset.h>
#if !HB_VERSION_ATLEAST(6, 0, 0)
#error "Lantern needs HarfBuzz 6.0 or newer (Debian: libharfbuzz-dev)"
#endif

/// Draws a glyph's outline; version 7 renamed the call.
static inline void lantern_draw_glyph(hb_font_t *font, hb_codepoint_t glyph, hb_draw_funcs_t *pen, void *data) {
#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_draw_glyph(font, glyph, pen, data);
#else
  hb_font_get_glyph_shape(font, glyph, pen, data);
#endif
}
