#include "AmbiguousWidth.h"

#include <stddef.h>

typedef struct {
  uint32_t first, last;
} Range;

// Unicode 14, East Asian Width A, without marks and signs of formatting, as by
// Scripts/ambiguous-widths; `xterm -cjk_width` draws exactly these in two columns.
static const Range ranges[] = {
#include "AmbiguousWidth.inc"
};

bool is_ambiguous(uint32_t scalar) {
  size_t low = 0;
  size_t high = sizeof ranges / sizeof ranges[0];
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (scalar > ranges[middle].last) low = middle + 1;
    else high = middle;
  }
  return low < sizeof ranges / sizeof ranges[0] && scalar >= ranges[low].first;
}
