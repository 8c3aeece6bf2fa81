#ifndef CNCURSES_H
#define CNCURSES_H

// Before every include: the wide functions exist only with these.
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

#include "TerminalAnswer.h"
#include "TerminalGuard.h"

static const attr_t CNCURSES_BOLD = A_BOLD;
static const attr_t CNCURSES_DIM = A_DIM;
static const attr_t CNCURSES_UNDERLINE = A_UNDERLINE;
static const attr_t CNCURSES_REVERSE = A_REVERSE;

// The globals of ncurses, which Swift refuses to share between threads.
static inline WINDOW *cncurses_screen(void) { return stdscr; }
static inline WINDOW *cncurses_physical_screen(void) { return curscr; }
static inline int cncurses_colors(void) { return COLORS; }
static inline int cncurses_function_key(int number) { return KEY_F(number); }

static inline int cncurses_set_attributes(WINDOW *window, attr_t attributes, int pair) {
  return wattr_set(window, attributes, (short)pair, NULL);
}

// A string of the terminal's description; NULL if it has none.
static inline const char *cncurses_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}

// Opens the terminal on standard input and output by a description's name, NULL for $TERM.
bool cncurses_open(const char *name);

// How many colours $TERM has by its description, 0 where it has none; -1 without a description.
int cncurses_described_colors(void);

// Opens it by the description that is built in, for machines that have none at all.
bool cncurses_open_built_in(void);

#endif
