#define _XOPEN_SOURCE 700
#include "CNcurses.h"

#include <stdio.h>
#include <stdlib.h>
#include <stdint.h>
#include <string.h>
#include <sys/random.h>
#include <term.h>
#include <unistd.h>

// The C++ runtime that is linked in asks the C library for it, which has it only since 2.36; with this
// one the release starts where that is 2.35, as on Ubuntu 22.04.
uint32_t arc4random(void) {
  uint32_t number = 0;
  while (getrandom(&number, sizeof number, 0) != (ssize_t)sizeof number) {
  }
  return number;
}

// Of xterm-256color, made by Scripts/built-in-terminal.
static const char built_in[] =
#include "BuiltInTerminal.inc"
    ;

bool cncurses_open(const char *name) {
  // ncurses changes the buffering of its streams; these are its own.
  int out = dup(STDOUT_FILENO);
  int in = dup(STDIN_FILENO);
  FILE *output = out < 0 ? NULL : fdopen(out, "w");
  FILE *input = in < 0 ? NULL : fdopen(in, "r");
  if (output != NULL && input != NULL && newterm(name, output, input) != NULL) return true;
  if (output != NULL) fclose(output);
  else if (out >= 0) close(out);
  if (input != NULL) fclose(input);
  else if (in >= 0) close(in);
  return false;
}

bool cncurses_open_built_in(void) {
  const char *given = getenv("TERMINFO");
  char *before = given == NULL ? NULL : strdup(given);
  setenv("TERMINFO", built_in, 1);
  bool is_open = cncurses_open("xterm-256color");
  // Programs that are started from here look for descriptions where they were told to.
  if (before == NULL) unsetenv("TERMINFO");
  else setenv("TERMINFO", before, 1);
  free(before);
  return is_open;
}

int cncurses_described_colors(void) {
  int error = 0;
  if (setupterm(NULL, STDOUT_FILENO, &error) != OK) return -1;
  int colors = tigetnum("colors");
  del_curterm(cur_term);
  return colors < 0 ? 0 : colors;
}
