#define _XOPEN_SOURCE 700
#include "TerminalAnswer.h"

#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { text_limit = 64 };

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static bool print(const char *text) {
  return write(STDOUT_FILENO, text, strlen(text)) == (ssize_t)strlen(text);
}

// Takes the byte into what came since the last Escape; the column once "[ROW;COLUMNR" is whole.
static int column_after(char byte, char *text, size_t *count) {
  if (byte == '\033') *count = 0;
  else if (*count < text_limit - 1) text[(*count)++] = byte;
  text[*count] = '\0';
  int row = 0;
  int column = 0;
  char end = '\0';
  return sscanf(text, "[%d;%d%c", &row, &column, &end) == 3 && end == 'R' ? column : 0;
}

static int read_column(int milliseconds) {
  long end = now() + milliseconds;
  char text[text_limit] = "";
  size_t count = 0;
  for (long left = milliseconds; left > 0; left = end - now()) {
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    char byte = '\0';
    if (poll(&input, 1, (int)left) <= 0 || read(STDIN_FILENO, &byte, 1) != 1) return 0;
    int column = column_after(byte, text, &count);
    if (column > 0) return column;
  }
  return 0;
}

int answer_columns(const char *sign, int milliseconds) {
  struct termios before;
  if (!isatty(STDOUT_FILENO) || tcgetattr(STDIN_FILENO, &before) != 0) return 0;
  struct termios asking = before;
  asking.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG);
  asking.c_cc[VMIN] = 1;
  asking.c_cc[VTIME] = 0;
  if (tcsetattr(STDIN_FILENO, TCSANOW, &asking) != 0) return 0;
  bool is_asked = print("\r") && print(sign) && print("\033[6n");
  int column = is_asked ? read_column(milliseconds) : 0;
  print("\r\033[K");
  // What came too late is no key either.
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  return column > 1 ? column - 1 : 0;
}
