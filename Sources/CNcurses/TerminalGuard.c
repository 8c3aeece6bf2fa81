#define _GNU_SOURCE
#include "TerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

enum { text_limit = 512, stack_size = 64 * 1024, software_fault = 70 };

static struct termios saved_modes;
static volatile sig_atomic_t has_modes = 0;
static volatile sig_atomic_t is_terminal_ours = 0;
static volatile sig_atomic_t are_lines_ours = 0;
static char leave_sequence[text_limit];
static volatile sig_atomic_t leave_count = 0;

// What is left behind, kept ready: nothing can be looked up then.
struct sentence {
  char bytes[text_limit + 1];
  volatile sig_atomic_t count;
};
static struct sentence crash_sentence;
static struct sentence memory_sentence;
static volatile sig_atomic_t is_out_of_memory = 0;
static int signal_pipe[2] = {-1, -1};
static char crash_stack[stack_size];

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

// Only what may be called in a signal handler, and nothing that looks at the program's memory.
static void give_back_after_crash(int signal_number) {
  (void)signal_number;
  if (is_terminal_ours) {
    // CAN ends a control sequence that was cut short.
    write_all(STDOUT_FILENO, "\030", 1);
    write_all(STDOUT_FILENO, leave_sequence, (size_t)leave_count);
  }
  if (has_modes && (is_terminal_ours || are_lines_ours)) {
    tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
  }
  const struct sentence *said =
      is_out_of_memory && memory_sentence.count > 0 ? &memory_sentence : &crash_sentence;
  write_all(STDERR_FILENO, said->bytes, (size_t)said->count);
  _exit(software_fault);
}

static void note(int signal_number) {
  int error = errno;
  char byte = (char)signal_number;
  // A full pipe already says that something happened.
  ssize_t ignored = write(signal_pipe[1], &byte, 1);
  (void)ignored;
  errno = error;
}

// What ends other programs ends this one as SIGTERM does: with drafts kept and the terminal given back.
static void note_end(int signal_number) {
  (void)signal_number;
  note(SIGTERM);
}

static void ignore(int signal_number) { (void)signal_number; }

static void set_handler(int signal_number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(signal_number, &action, NULL);
}

static void forbid_core_files(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
}

static void catch_crashes(void) {
  static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGABRT, SIGTRAP, SIGFPE};
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);
  for (size_t index = 0; index < sizeof crashes / sizeof crashes[0]; index++) {
    set_handler(crashes[index], give_back_after_crash, SA_ONSTACK | SA_RESETHAND);
  }
}

// The runtime of Swift tells a fatal error with a trace, and with values out of memory, which may be
// what a person said: none of that gets out. Only whether memory was lacking is taken from it.
static ssize_t take_in(void *cookie, const char *bytes, size_t count) {
  (void)cookie;
  static const char *const lacking[] = {"failed to allocate", "allocate memory", "bad_alloc"};
  for (size_t index = 0; index < sizeof lacking / sizeof lacking[0]; index++) {
    if (memmem(bytes, count, lacking[index], strlen(lacking[index])) != NULL) is_out_of_memory = 1;
  }
  return (ssize_t)count;
}

static void silence_runtime(void) {
  cookie_io_functions_t functions = {.write = take_in};
  FILE *silent = fopencookie(NULL, "w", functions);
  if (silent == NULL) return;
  // What is told reaches the function at once and takes no memory.
  setvbuf(silent, NULL, _IONBF, 0);
  stderr = silent;
}

void guard_catch_crashes(void) {
  static bool is_done = false;
  if (is_done) return;
  is_done = true;
  forbid_core_files();
  catch_crashes();
  silence_runtime();
}

bool guard_open(void) {
  if (signal_pipe[0] >= 0) return true;
  if (pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  has_modes = tcgetattr(STDIN_FILENO, &saved_modes) == 0;
  guard_catch_crashes();
  static const int noted[] = {SIGHUP, SIGTERM, SIGINT, SIGWINCH, SIGCONT, SIGTSTP};
  for (size_t index = 0; index < sizeof noted / sizeof noted[0]; index++) {
    set_handler(noted[index], note, 0);
  }
  static const int endings[] = {
      SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF, SIGIO, SIGPWR, SIGXCPU};
  for (size_t index = 0; index < sizeof endings / sizeof endings[0]; index++) {
    set_handler(endings[index], note_end, 0);
  }
  // A handler and not SIG_IGN: programs started from here get the default back.
  set_handler(SIGPIPE, ignore, SA_RESTART);
  // Output that grows beyond a limit is told by write.
  set_handler(SIGXFSZ, ignore, SA_RESTART);
  return true;
}

int guard_descriptor(void) { return signal_pipe[0]; }

int guard_next_signal(void) {
  unsigned char byte = 0;
  return read(signal_pipe[0], &byte, 1) == 1 ? byte : 0;
}

bool guard_set_leave_sequence(const char *bytes, size_t count) {
  if (count > text_limit) return false;
  leave_count = 0;
  memcpy(leave_sequence, bytes, count);
  leave_count = (sig_atomic_t)count;
  return true;
}

static void set_sentence(struct sentence *sentence, const char *bytes, size_t count) {
  if (count > text_limit) count = text_limit;
  sentence->count = 0;
  memcpy(sentence->bytes, bytes, count);
  sentence->bytes[count] = '\n';
  sentence->count = (sig_atomic_t)count + 1;
}

void guard_set_sentence(const char *bytes, size_t count) {
  set_sentence(&crash_sentence, bytes, count);
}

void guard_set_memory_sentence(const char *bytes, size_t count) {
  set_sentence(&memory_sentence, bytes, count);
}

void guard_set_active(bool is_active) { is_terminal_ours = is_active; }

void guard_set_lines(bool are_read) {
  // Who is in the background would set the modes of the program in front, or be stopped for it.
  pid_t in_front = tcgetpgrp(STDIN_FILENO);
  if (!has_modes || (in_front >= 0 && in_front != getpgrp())) return;
  if (are_read) {
    struct termios modes = saved_modes;
    modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
    are_lines_ours = 1;
    tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  } else if (are_lines_ours) {
    tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
    are_lines_ours = 0;
  }
}

void guard_stop(void) {
  set_handler(SIGTSTP, SIG_DFL, 0);
  kill(0, SIGTSTP);
  set_handler(SIGTSTP, note, 0);
}

bool guard_window_size(int *rows, int *columns) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return false;
  if (size.ws_row == 0 || size.ws_col == 0) return false;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return true;
}

bool guard_terminal_is_there(void) {
  struct termios modes;
  return tcgetattr(STDOUT_FILENO, &modes) == 0;
}

bool guard_input_ended(void) {
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  if (poll(&input, 1, 0) <= 0) return false;
  if (input.revents & (POLLHUP | POLLERR | POLLNVAL)) return true;
  int available = 0;
  return ioctl(STDIN_FILENO, FIONREAD, &available) == 0 && available == 0;
}
