// What is typed, pasted and clicked, read by curses.
#ifndef CTERMINAL_KEYS_H
#define CTERMINAL_KEYS_H

#include "CTerminal.h"

// Begins to read from the terminal that curses has open.
void keys_open(void);
void keys_close(void);
// Has the terminal send its keys as its database entry says; again after endwin.
void keys_listen(void);
// Says what sequences mean that the database may not know: those of ANSI terminals, and reports of the mouse.
void keys_define(int is_ansi, int takes_mouse);

#endif
