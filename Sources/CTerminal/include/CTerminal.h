// The terminal as a dozen plain functions. One terminal at a time, all from one thread; only ct_wake may be called
// from any thread.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stddef.h>
#include <stdint.h>

// What the terminal database says of a terminal.
typedef struct {
    int known;          // 1 known, 0 unknown, -1 no database
    int addressable;    // 1 if the cursor can be moved and the screen cleared
    int colours;        // 0 if none
    int direct;         // 1 if colours are given by their red, green and blue parts
} ct_facts;

ct_facts ct_probe(const char *term);

enum { CT_OPEN = 0, CT_UNKNOWN_TERMINAL = 1, CT_NO_PIPE = 2 };

typedef struct {
    int utf8;
    int mouse;
    // The largest window of which curses is told: it keeps cells for it, which nothing here draws in.
    int largest_width, largest_height;
} ct_wishes;

// Takes over the terminal on standard input and output. Nothing but ct_close gives it back.
int ct_open(const char *term, ct_wishes wishes);
void ct_close(void);

// Whether characters beyond ASCII can be written; asked after ct_open.
int ct_is_utf8(void);

enum { CT_LONGEST_SEQUENCE = 128 };

// What the open terminal's database says of a capability, by its terminfo name. Of a sequence: with its parameters put
// in and padding left out; returns its length, 0 where there is none. A number is negative where there is none.
int ct_sequence(const char *capability, int first, int second, uint8_t *bytes, int room);
int ct_number(const char *capability);
int ct_flag(const char *capability);

// The terminal's size now; 0 where it does not know.
void ct_size(int *width, int *height);
// Tells curses where the last row is, to which it goes when it leaves. It draws nothing, so its windows are kept narrow.
void ct_resize(int width, int height);

// Whether one grapheme of `count` scalars can be written and is `width` columns wide. What the C library measures
// otherwise is not trusted to the terminal.
int ct_is_printable(const uint32_t *scalars, int count, int width);
// Sends all of it, however slowly it is taken, unless the terminal has gone, or takes no more when the process is to end.
void ct_send(const uint8_t *bytes, size_t count);

// Is given all that is sent to the terminal from then on, before it is sent, in pieces as they come: what this module
// sends, and what curses sends when it enters and leaves. Set before ct_open; NULL for nobody. What a signal handler sends to
// put the terminal right when the program dies is not among it.
typedef void (*ct_observer)(const uint8_t *bytes, size_t count, void *context);
void ct_observe(ct_observer function, void *context);

// Asks the terminal to put text, given in base 64, on the user's clipboard (OSC 52). Returns 0 where it surely cannot.
int ct_copy(const char *base64);

enum { CT_HAS_INPUT = 1, CT_HAS_SIGNAL = 2, CT_HUNG_UP = 4 };

// Waits for input or a signal; a negative time waits for ever.
int ct_wait(int milliseconds);

// Lets faults end the process at once, whatever handlers there are.
void ct_crash_quietly(void);
// From now on a SIGBUS that comes of an address first asks `rescuer`, in a signal handler: where it says 1, nothing is wrong.
// Whoever has a handler of their own for it may set that before or after ct_open.
void ct_rescue_by(int (*rescuer)(void *address));
// Lets a write to a file that may not grow any more fail, and end nothing (SIGXFSZ); sent by somebody else, it does.
void ct_fail_full_files(void);
// Without a terminal: calls `note`, in a signal handler, for every signal that asks to end and is not ignored.
void ct_note_endings(void (*note)(int number));

typedef struct {
    int woken;
    int resized;
    int stopped;    // asked to stop, by the terminal or by kill
    int continued;
    int ending;     // the number of the first signal that asks to end, or 0
} ct_signals;

ct_signals ct_take_signals(void);
// Gives the terminal back, stops the process, and takes the terminal again when it continues.
void ct_stop(void);
// Lets ct_wait return. Safe from any thread, and without effect before the first ct_open.
void ct_wake(void);

enum {
    CT_NOTHING, CT_CHARACTER, CT_KEY, CT_FUNCTION_KEY, CT_PASTE_BEGIN, CT_PASTE_END, CT_CLICK, CT_WHEEL_UP,
    CT_WHEEL_DOWN, CT_IGNORED, CT_UNDECIDED
};

enum {
    CT_UP, CT_DOWN, CT_LEFT, CT_RIGHT, CT_HOME, CT_END, CT_PAGE_UP, CT_PAGE_DOWN, CT_DELETE, CT_INSERT, CT_BACKSPACE,
    CT_ENTER, CT_BACK_TAB
};

typedef struct {
    int kind;
    uint32_t code;  // a scalar, a key, or a function key's number
    int x, y;       // of the mouse
} ct_input;

// The next input that is there already; CT_NOTHING without. CT_UNDECIDED, once: an Esc came, and may be the key or begin a
// sequence whose rest is late. What it is the next calls say, or ct_decide when it has been waited for long enough.
ct_input ct_read(void);
ct_input ct_decide(void);

#endif
