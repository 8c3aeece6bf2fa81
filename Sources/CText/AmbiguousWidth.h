#ifndef AMBIGUOUS_WIDTH_H
#define AMBIGUOUS_WIDTH_H

#include <stdbool.h>
#include <stdint.h>

// Whether some terminals of East Asia draw the scalar value in two columns and others in one.
bool is_ambiguous(uint32_t scalar);

#endif
