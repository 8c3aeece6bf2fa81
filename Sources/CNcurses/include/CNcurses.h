#ifndef CNcurses_H
#define CNcurses_H
#endif
