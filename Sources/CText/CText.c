#define _XOPEN_SOURCE 700
#include "CText.h"

#include <langinfo.h>
#include <locale.h>
#include <pthread.h>
#include <string.h>
#include <wchar.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool has_utf8 = false;

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

int ctext_columns(uint32_t scalar) {
  pthread_once(&once, choose_locale);
  if (!has_utf8) return scalar >= 0x20 && scalar < 0x7F ? 1 : -1;
  return wcwidth((wchar_t)scalar);
}
