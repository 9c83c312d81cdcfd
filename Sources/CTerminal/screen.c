// The only file that knows curses: it sets the terminal's modes, reads its keys and knows its database. Frames it does not
// draw: it switches character sets with every change of weight, which nothing here needs.
#include "signals.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

enum {
    ESCAPE_WAIT = 25,   // milliseconds: longer feels slow, shorter splits arrow keys on slow lines
    LONGEST_SEQUENCE = 64,
    PASTE_BEGIN = 0x2000,   // far above the codes that curses gives to the keys only some terminals have
    PASTE_END = 0x2001,
    ESCAPE = 0x1B
};

static SCREEN *screen;
static WINDOW *keys;    // reading from a pad repaints nothing
static int is_utf8;
static int has_paste;

static int is_text(const char *capability) { return capability != NULL && capability != (char *)-1; }

ct_facts ct_probe(const char *term) {
    ct_facts facts = {0};
    int known = 0;
    if (setupterm((char *)term, STDOUT_FILENO, &known) != OK) {
        facts.known = known < 0 ? -1 : 0;
        return facts;
    }
    facts.known = 1;
    facts.addressable = is_text(tigetstr("cup")) && is_text(tigetstr("clear"));
    int colours = tigetnum("colors");
    facts.colours = colours > 0 ? colours : 0;
    facts.direct = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || is_text(tigetstr("RGB"));
    del_curterm(cur_term);
    return facts;
}

// The user's locale decides; where UTF-8 is wanted and that locale is missing on this machine, any UTF-8 one does.
static void set_locale(int wants_utf8) {
    static const char *const others[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};
    setlocale(LC_CTYPE, "");
    is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    for (size_t i = 0; wants_utf8 && !is_utf8 && i < sizeof others / sizeof *others; i++) {
        if (setlocale(LC_CTYPE, others[i]) != NULL) is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    }
}

// Keys as terminals send them whatever their database entry says: in the other cursor mode, or as PuTTY does.
static void define_usual_keys(void) {
    static const struct { const char *sequence; int code; } keys[] = {
        {"\033[A", KEY_UP}, {"\033[B", KEY_DOWN}, {"\033[C", KEY_RIGHT}, {"\033[D", KEY_LEFT},
        {"\033OA", KEY_UP}, {"\033OB", KEY_DOWN}, {"\033OC", KEY_RIGHT}, {"\033OD", KEY_LEFT},
        {"\033[H", KEY_HOME}, {"\033[F", KEY_END}, {"\033OH", KEY_HOME}, {"\033OF", KEY_END},
        {"\033[1~", KEY_HOME}, {"\033[4~", KEY_END}, {"\033[7~", KEY_HOME}, {"\033[8~", KEY_END},
        {"\033[2~", KEY_IC}, {"\033[3~", KEY_DC}, {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE},
        {"\033[Z", KEY_BTAB},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (key_defined(keys[i].sequence) == 0) define_key(keys[i].sequence, keys[i].code);
    }
}

// Appends a capability without its padding, which no terminal needs any more.
static void append(char *text, size_t room, const char *capability) {
    if (!is_text(capability)) return;
    size_t length = strlen(text);
    while (*capability != '\0' && length + 1 < room) {
        if (capability[0] == '$' && capability[1] == '<') {
            const char *end = strchr(capability, '>');
            if (end != NULL) {
                capability = end + 1;
                continue;
            }
        }
        text[length++] = *capability++;
    }
    text[length] = '\0';
}

static void remember_reset(int has_mouse) {
    char text[200] = "";
    if (has_paste) append(text, sizeof text, "\033[?2004l");
    if (has_mouse) append(text, sizeof text, "\033[?1006l\033[?1000l");
    append(text, sizeof text, tigetstr("sgr0"));
    append(text, sizeof text, tigetstr("cnorm"));
    append(text, sizeof text, tigetstr("rmkx"));
    append(text, sizeof text, tigetstr("rmcup"));
    append(text, sizeof text, "\r\n");
    signals_remember(text);
}

void ct_send(const uint8_t *bytes, size_t count) {
    while (count > 0) {
        ssize_t sent = write(STDOUT_FILENO, bytes, count);
        if (sent < 0 && errno != EINTR) return;
        if (sent > 0) {
            bytes += sent;
            count -= (size_t)sent;
        }
    }
}

static void send(const char *text) { ct_send((const uint8_t *)text, strlen(text)); }

// Frames hide and show the cursor without curses, which therefore would not show it again.
static void show_cursor(void) {
    char text[CT_LONGEST_SEQUENCE] = "";
    append(text, sizeof text, tigetstr("cnorm"));
    send(text);
}

int ct_open(const char *term, int wants_utf8, int wants_mouse) {
    set_locale(wants_utf8);
    if (signals_open() != 0) return CT_NO_PIPE;
    screen = newterm(term, stdout, stdin);
    if (screen == NULL) {
        signals_close();
        return CT_UNKNOWN_TERMINAL;
    }
    signals_install();
    keys = newpad(1, 1);
    cbreak();
    noecho();
    keypad(keys, TRUE);
    nodelay(keys, TRUE);
    intrflush(keys, FALSE);
    set_escdelay(ESCAPE_WAIT);
    refresh();
    const char *move_cursor = tigetstr("cup");
    // Terminals that speak the ANSI sequences ignore modes that they do not know; others would show them.
    has_paste = is_text(move_cursor) && strncmp(move_cursor, "\033[", 2) == 0;
    if (has_paste) {
        define_key("\033[200~", PASTE_BEGIN);
        define_key("\033[201~", PASTE_END);
        define_usual_keys();
        send("\033[?2004h");
    }
    int has_mouse = 0;
    if (wants_mouse) {
        mouseinterval(0);
        has_mouse = mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL) != 0;
    } else {
        // Reports that another program has left switched on are then read over like any unknown sequence.
        define_key(NULL, KEY_MOUSE);
    }
    remember_reset(has_mouse);
    return CT_OPEN;
}

void ct_close(void) {
    if (screen == NULL) return;
    if (has_paste) send("\033[?2004l");
    mousemask(0, NULL);
    show_cursor();
    endwin();
    signals_close();
    delwin(keys);
    delscreen(screen);
    screen = NULL;
}

int ct_is_utf8(void) { return is_utf8; }

int ct_sequence(const char *capability, int first, int second, uint8_t *bytes, int room) {
    const char *sequence = tigetstr((char *)capability);
    char text[CT_LONGEST_SEQUENCE] = "";
    if (is_text(sequence)) append(text, sizeof text, tiparm(sequence, first, second));
    size_t length = strlen(text);
    if (length > (size_t)room) return 0;
    memcpy(bytes, text, length);
    return (int)length;
}

int ct_number(const char *capability) { return tigetnum((char *)capability); }

int ct_flag(const char *capability) { return tigetflag((char *)capability) > 0; }

void ct_size(int *width, int *height) {
    struct winsize size = {0};
    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
    *width = size.ws_col;
    *height = size.ws_row;
}

void ct_resize(int width, int height) { resizeterm(height, width); }

int ct_is_printable(const uint32_t *scalars, int count, int width) {
    if (count < 1 || count > CCHARW_MAX - 1) return 0;
    for (int i = 0; i < count; i++) {
        uint32_t scalar = scalars[i];
        if (scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0)) return 0;
        if (!is_utf8 && scalar > 0x7F) return 0;
        if (wcwidth((wchar_t)scalar) != (i == 0 ? width : 0)) return 0;
    }
    return 1;
}

int ct_copy(const char *base64) {
    if (!has_paste) return 0;
    send("\033]52;c;");
    send(base64);
    send("\007");
    return 1;
}

int ct_wait(int milliseconds) {
    struct pollfd sources[2] = {
        {.fd = STDIN_FILENO, .events = POLLIN},
        {.fd = signals_descriptor(), .events = POLLIN},
    };
    if (poll(sources, 2, milliseconds) <= 0) return 0;
    int found = 0;
    if (sources[1].revents & POLLIN) found |= CT_HAS_SIGNAL;
    if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) return found | CT_HUNG_UP;
    if (sources[0].revents & POLLIN) {
        // Readable with nothing to read is the end of the file.
        int waiting = 0;
        if (ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0) return found | CT_HUNG_UP;
        found |= CT_HAS_INPUT;
    }
    return found;
}

void ct_stop(void) {
    if (has_paste) send("\033[?2004l");
    show_cursor();
    endwin();
    signals_stop();
    clearok(curscr, TRUE);
    refresh();
    if (has_paste) send("\033[?2004h");
}

// Reads over the rest of an escape sequence that curses does not know, so that its letters are not taken for keys.
// Returns 0 if there is no sequence: then the escape was a key.
static int skip_sequence(void) {
    wint_t next;
    if (wget_wch(keys, &next) != OK) return 0;
    if (next != '[' && next != 'O' && next != ']' && next != 'P') {
        unget_wch((wchar_t)next);
        return 0;
    }
    wint_t kind = next;
    for (int i = 0; i < LONGEST_SEQUENCE && wget_wch(keys, &next) == OK; i++) {
        if (kind == '[' && i == 0 && next == 'M') {
            // An old mouse report: three bytes follow, whatever they are.
            for (int j = 0; j < 3; j++) wget_wch(keys, &next);
            break;
        }
        if (kind == 'O') break;
        if (kind == '[' && next >= 0x40 && next <= 0x7E) break;
        if (next == 0x07) break;
        if (next == ESCAPE) {
            wget_wch(keys, &next);
            break;
        }
    }
    return 1;
}

static ct_input mouse_input(void) {
    ct_input input = {.kind = CT_IGNORED};
    MEVENT event;
    if (getmouse(&event) != OK) return input;
    input.x = event.x;
    input.y = event.y;
    if (event.bstate & BUTTON1_PRESSED) input.kind = CT_CLICK;
    if (event.bstate & BUTTON4_PRESSED) input.kind = CT_WHEEL_UP;
    if (event.bstate & BUTTON5_PRESSED) input.kind = CT_WHEEL_DOWN;
    return input;
}

static ct_input key_input(wint_t code) {
    static const struct { wint_t curses; uint32_t ours; } keys[] = {
        {KEY_UP, CT_UP}, {KEY_DOWN, CT_DOWN}, {KEY_LEFT, CT_LEFT}, {KEY_RIGHT, CT_RIGHT}, {KEY_HOME, CT_HOME},
        {KEY_FIND, CT_HOME}, {KEY_END, CT_END}, {KEY_SELECT, CT_END}, {KEY_PPAGE, CT_PAGE_UP},
        {KEY_NPAGE, CT_PAGE_DOWN}, {KEY_DC, CT_DELETE}, {KEY_IC, CT_INSERT}, {KEY_BACKSPACE, CT_BACKSPACE},
        {KEY_ENTER, CT_ENTER}, {KEY_BTAB, CT_BACK_TAB},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].curses == code) return (ct_input){.kind = CT_KEY, .code = keys[i].ours};
    }
    if (code > KEY_F0 && code <= KEY_F(24)) return (ct_input){.kind = CT_FUNCTION_KEY, .code = code - KEY_F0};
    if (code == PASTE_BEGIN) return (ct_input){.kind = CT_PASTE_BEGIN};
    if (code == PASTE_END) return (ct_input){.kind = CT_PASTE_END};
    if (code == KEY_MOUSE) return mouse_input();
    return (ct_input){.kind = CT_IGNORED};
}

ct_input ct_read(void) {
    wint_t code = 0;
    switch (wget_wch(keys, &code)) {
    case KEY_CODE_YES: return key_input(code);
    case OK:
        if (code == ESCAPE && skip_sequence()) return (ct_input){.kind = CT_IGNORED};
        return (ct_input){.kind = CT_CHARACTER, .code = (uint32_t)code};
    default: return (ct_input){.kind = CT_NOTHING};
    }
}
