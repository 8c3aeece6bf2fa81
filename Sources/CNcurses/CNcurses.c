#define _XOPEN_SOURCE 700
#include "CNcurses.h"

#include <stdio.h>
#include <unistd.h>

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
