#ifndef TERMINAL_GUARD_H
#define TERMINAL_GUARD_H

#include <stdbool.h>
#include <stddef.h>

// From here on a crash ends the program with a sentence and code 70: no core file, no trace, and
// nothing that the runtime tells of it. What is written to the standard error through stdio is lost.
void guard_catch_crashes(void);

// Remembers the terminal's modes, takes over the signals and catches crashes. To be called
// before ncurses is, which leaves handlers alone that are already there.
bool guard_open(void);

// The end of the pipe from which noted signals are read, one byte each.
int guard_descriptor(void);

// The next noted signal; 0 if there is none. SIGQUIT, SIGALRM, SIGUSR1 and their like
// are told as SIGTERM.
int guard_next_signal(void);

// What a crash writes to the terminal to bring it back. Longer ones than 512 bytes are refused.
bool guard_set_leave_sequence(const char *bytes, size_t count);

// The sentence a crash leaves behind. Longer ones than 512 bytes are cut.
void guard_set_sentence(const char *bytes, size_t count);

// The sentence that is left behind in its place where memory was lacking.
void guard_set_memory_sentence(const char *bytes, size_t count);

// Whether the terminal is ours now, so that a crash has to bring it back.
void guard_set_active(bool is_active);

// Whether lines are read from the terminal, so that no key may stop what is printed: Ctrl-S is the
// key that saves on screens.
void guard_set_lines(bool are_read);

// Stops the process group as Ctrl-Z does, and returns when it goes on.
void guard_stop(void);

// The terminal's extent; false if it has none.
bool guard_window_size(int *rows, int *columns);

// Whether the terminal still answers; after it was closed it does not.
bool guard_terminal_is_there(void);

// Whether input that was announced has no byte, which means that its end is reached.
bool guard_input_ended(void);

#endif
