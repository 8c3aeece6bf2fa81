#ifndef CTEXT_H
#define CTEXT_H

#include <stdbool.h>
#include <stdint.h>

// Gives the process a UTF-8 character type: the environment's if it is one, else C.UTF-8. The
// first call decides, every later one only answers. False if the machine has no UTF-8 locale.
bool ctext_use_utf8(void);

// Columns that a terminal gives the scalar value; -1 for controls and what libc does not know.
int ctext_columns(uint32_t scalar);

// How many columns signs of ambiguous width take, such as é, — and →: 1, until it is set to 2.
// What ncurses believes follows, since it asks wcwidth, which is ours.
void ctext_set_ambiguous_columns(int columns);
int ctext_ambiguous_columns(void);

#endif
