#ifndef TERMINAL_ANSWER_H
#define TERMINAL_ANSWER_H

// Draws a sign at the left edge, asks the terminal where its cursor stands, and takes the sign away.
// The columns of the sign; 0 where the terminal says nothing in this time. What is typed meanwhile
// is lost, so only to be called where nobody is typing a text.
int answer_columns(const char *sign, int milliseconds);

#endif
