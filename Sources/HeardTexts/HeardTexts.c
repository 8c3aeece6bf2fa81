// The texts of all languages inside the program: #embed takes the files as they are.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "HeardTexts.h"

// Made by Scripts/embed-texts from the files in texts/.
#include "languages.inc"

int heard_language_count(void) { return sizeof languages / sizeof languages[0]; }

heard_texts heard_language(int place) { return languages[place]; }
