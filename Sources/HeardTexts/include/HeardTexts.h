#ifndef HEARDTEXTS_H
#define HEARDTEXTS_H

#include <stddef.h>

// The texts of one language as its file holds them: lines `key = text` in UTF-8.
typedef struct {
  const char *language;
  const unsigned char *bytes;
  size_t count;
} heard_texts;

// How many languages there are.
int heard_language_count(void);

// The texts of a language by its place; English, which lacks nothing, stands first.
heard_texts heard_language(int place);

#endif
