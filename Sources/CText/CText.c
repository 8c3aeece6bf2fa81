#define _XOPEN_SOURCE 700
#include "CText.h"

#include <langinfo.h>
#include <locale.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <wchar.h>

#include "AmbiguousWidth.h"

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool has_utf8 = false;
static atomic_int ambiguous_columns = 1;

static bool speaks_utf8(const char *locale) {
  return setlocale(LC_CTYPE, locale) != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static void choose_locale(void) {
  // Over ssh the environment often names a locale that this machine does not have.
  has_utf8 = speaks_utf8("") || speaks_utf8("C.UTF-8") || speaks_utf8("en_US.UTF-8");
}

bool ctext_use_utf8(void) {
  pthread_once(&once, choose_locale);
  return has_utf8;
}

void ctext_set_ambiguous_columns(int columns) {
  atomic_store_explicit(&ambiguous_columns, columns == 2 ? 2 : 1, memory_order_relaxed);
}

int ctext_ambiguous_columns(void) {
  return atomic_load_explicit(&ambiguous_columns, memory_order_relaxed);
}

// Takes the place of the C library's: ncurses asks it, and so counts the columns as we do. Asked
// for one sign, wcswidth of the C library answers from its own table and does not come back here.
int wcwidth(wchar_t sign) {
  int columns = wcswidth(&sign, 1);
  if (columns != 1 || ctext_ambiguous_columns() == 1) return columns;
  return is_ambiguous((uint32_t)sign) ? 2 : 1;
}

int ctext_columns(uint32_t scalar) {
  pthread_once(&once, choose_locale);
  if (!has_utf8) return scalar >= 0x20 && scalar < 0x7F ? 1 : -1;
  return wcwidth((wchar_t)scalar);
}
