// Signals turned into bytes on a pipe, and the terminal put right when there is no time left to do it properly.
#ifndef CTERMINAL_SIGNALS_H
#define CTERMINAL_SIGNALS_H

#include "CTerminal.h"

// Opens the pipe and installs the handlers, keeping the ones there were. Returns 0, or -1 without a pipe.
int signals_open(void);
// Installs the handlers again, over those of curses.
void signals_install(void);
// Puts back what signals_open found.
void signals_close(void);
// The number of the first signal that asks to end, or 0.
int signals_ending(void);
// The end of the pipe to poll.
int signals_descriptor(void);
// What to send to the terminal, besides its modes as they are now, when the process dies.
void signals_remember(const char *reset);
// Gives the terminal the modes that it had at signals_open.
void signals_restore_modes(void);
// Lets SIGTSTP act as if there were no handler, and returns when the process continues.
void signals_stop(void);

#endif
