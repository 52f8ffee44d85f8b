// What Embedded Swift expects of a C library, for wasm32 without an operating system.
#include <stddef.h>
#include <stdint.h>

extern unsigned char __heap_base;
static uintptr_t top = 0;

// Free blocks by size class: class k holds blocks of 16 << k bytes. Each block starts 16 bytes behind
// its header, which holds the class.
static void *bins[28];

static unsigned class_of(size_t n) {
  unsigned k = 0;
  while (((size_t)16 << k) < n) k++;
  return k;
}

static void *fresh(size_t n) {
  if (!top) top = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
  uintptr_t p = top;
  top += n;
  size_t have = __builtin_wasm_memory_size(0) << 16;
  if (top > have && __builtin_wasm_memory_grow(0, (top - have + 0xffff) >> 16) == (size_t)-1) __builtin_trap();
  return (void *)p;
}

void *malloc(size_t n) {
  unsigned k = class_of(n ? n : 1);
  if (k >= 28) __builtin_trap();
  void *p = bins[k];
  if (p) {
    bins[k] = *(void **)p;
    return p;
  }
  unsigned char *block = fresh(((size_t)16 << k) + 16);
  *(uint32_t *)block = k;
  return block + 16;
}

void free(void *p) {
  if (!p) return;
  unsigned k = *(uint32_t *)((unsigned char *)p - 16);
  *(void **)p = bins[k];
  bins[k] = p;
}

// Swift asks for at most 16 bytes of alignment, which every block has.
int posix_memalign(void **out, size_t align, size_t n) {
  if (align > 16) return 22;
  *out = malloc(n);
  return 0;
}

void *memset(void *d, int c, size_t n) {
  unsigned char *p = d;
  while (n--) *p++ = (unsigned char)c;
  return d;
}
void *memcpy(void *d, const void *s, size_t n) {
  unsigned char *p = d;
  const unsigned char *q = s;
  while (n--) *p++ = *q++;
  return d;
}
void *memmove(void *d, const void *s, size_t n) {
  unsigned char *p = d;
  const unsigned char *q = s;
  if (p < q) {
    while (n--) *p++ = *q++;
  } else {
    while (n--) p[n] = q[n];
  }
  return d;
}
int memcmp(const void *a, const void *b, size_t n) {
  const unsigned char *p = a, *q = b;
  for (; n--; p++, q++)
    if (*p != *q) return *p - *q;
  return 0;
}
size_t strlen(const char *s) {
  size_t n = 0;
  while (s[n]) n++;
  return n;
}

// 64 × 64 → 128 bits, by 32-bit halves (compiler runtime).
typedef struct {
  uint64_t low, high;
} wide;
void __multi3(wide *out, uint64_t al, uint64_t ah, uint64_t bl, uint64_t bh) {
  uint64_t a0 = al & 0xffffffff, a1 = al >> 32, b0 = bl & 0xffffffff, b1 = bl >> 32;
  uint64_t p = a0 * b0, q = a1 * b0 + (p >> 32), r = a0 * b1 + (q & 0xffffffff);
  out->low = (r << 32) | (p & 0xffffffff);
  out->high = a1 * b1 + (q >> 32) + (r >> 32) + al * bh + ah * bl;
}

// C's round: half away from zero; x is exact beyond 2⁵².
double round(double x) {
  double t = __builtin_trunc(x), d = x - t;
  return d >= 0.5 ? t + 1 : d <= -0.5 ? t - 1 : t;
}

uintptr_t __stack_chk_guard = 0x6c616e74;
void __stack_chk_fail(void) { __builtin_trap(); }

// Seeds Swift's hashing; a fixed seed keeps every run the same.
void arc4random_buf(void *p, size_t n) { memset(p, 7, n); }
