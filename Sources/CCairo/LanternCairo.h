#pragma once
#include <cairo.h>
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_TRUETYPE_TABLES_H
#if CAIRO_VERSION < CAIRO_VERSION_ENCODE(1, 16, 0)
#error "Lantern needs Cairo 1.16 or newer (Debian: libcairo2-dev)"
#endif
