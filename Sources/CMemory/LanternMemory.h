#pragma once
#include <stddef.h>
#include <stdint.h>
#ifdef __linux__
#include <malloc.h>
#include <sys/mman.h>
#endif

/// Asks for memory that will be written soon: rows of a picture are too far apart for the processor to guess.
static inline void lantern_fetch(const void *start, size_t count) {
  const char *line = (const char *)start;
  for (const char *end = line + count + 63; line < end; line += 64) __builtin_prefetch(line, 1);
}

/// Asks for large pages in memory that holds nothing yet. A column of a picture lies on as many pages as it has rows:
/// more than the processor remembers, if they are small. A system that has none does as before.
static inline void lantern_large_pages(void *start, size_t count) {
#ifdef MADV_HUGEPAGE
  const uintptr_t page = 2 << 20;
  uintptr_t first = ((uintptr_t)start + page - 1) & ~(page - 1), end = ((uintptr_t)start + count) & ~(page - 1);
  if (first < end) madvise((void *)first, end - first, MADV_HUGEPAGE);
#else
  (void)start, (void)count;
#endif
}
