// The terminal's modes and its database, by curses; its keys are read in keys.c. Frames curses does not draw: it switches
// character sets with every change of weight, which nothing here needs.
#include "keys.h"
#include "signals.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

enum {
    PATIENCE = 50,          // milliseconds between two looks for a signal
    USUAL_WIDTH = 80
};

static SCREEN *screen;
static int is_utf8;
static int has_paste;
static int takes_mouse;
static struct termios own_modes;

// Presses and the wheel, reported in decimal numbers (SGR 1006), which no terminal is too wide for. curses would take what
// the database says, and that has the old bytes for screen and tmux.
static const char MOUSE_ON[] = "\033[?1000h\033[?1006h";
static const char MOUSE_OFF[] = "\033[?1006l\033[?1000l";

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

static void remember_reset(void) {
    char text[200] = "";
    if (has_paste) append(text, sizeof text, "\033[?2004l");
    if (takes_mouse) append(text, sizeof text, MOUSE_OFF);
    append(text, sizeof text, tigetstr("sgr0"));
    append(text, sizeof text, tigetstr("cnorm"));
    append(text, sizeof text, tigetstr("rmkx"));
    append(text, sizeof text, tigetstr("rmcup"));
    append(text, sizeof text, "\r\n");
    signals_remember(text);
}

static ct_observer observer;
static void *observer_context;

void ct_observe(ct_observer function, void *context) {
    observer = function;
    observer_context = context;
}

// Waits until a terminal that does not let a write wait takes more. Returns 0 where it never will, or where it does not in
// time while the process is asked to end: signals come to other threads, so that the wait is cut in pieces.
static int wait_to_send(void) {
    struct pollfd terminal = {.fd = STDOUT_FILENO, .events = POLLOUT};
    for (;;) {
        int found = poll(&terminal, 1, PATIENCE);
        if (found > 0) return (terminal.revents & (POLLHUP | POLLERR | POLLNVAL)) == 0;
        if (found < 0 && errno != EINTR) return 0;
        if (found == 0 && signals_ending() != 0) return 0;
    }
}

void ct_send(const uint8_t *bytes, size_t count) {
    if (observer != NULL) observer(bytes, count, observer_context);
    while (count > 0) {
        ssize_t sent = write(STDOUT_FILENO, bytes, count);
        if (sent > 0) {
            bytes += sent;
            count -= (size_t)sent;
        } else if (sent == 0 || errno == EAGAIN || errno == EWOULDBLOCK) {
            if (!wait_to_send()) return;
        } else if (errno != EINTR) {
            return;
        }
    }
}

static void send(const char *text) { ct_send((const uint8_t *)text, strlen(text)); }

// What curses sends by itself, to enter and to leave, is for the observer too: it goes into a pipe and from there on.
static int caught[2];
static int real_output = -1;

static void catch_begin(void) {
    if (observer == NULL) return;
    real_output = dup(STDOUT_FILENO);
    if (real_output < 0) return;
    if (pipe(caught) == 0) {
        dup2(caught[1], STDOUT_FILENO);
        close(caught[1]);
    } else {
        close(real_output);
        real_output = -1;
    }
}

static void catch_end(void) {
    if (real_output < 0) return;
    dup2(real_output, STDOUT_FILENO);
    close(real_output);
    real_output = -1;
    uint8_t bytes[512];
    ssize_t count;
    while ((count = read(caught[0], bytes, sizeof bytes)) > 0) ct_send(bytes, (size_t)count);
    close(caught[0]);
}

// Frames hide and show the cursor without curses, which therefore would not show it again.
static void show_cursor(void) {
    char text[CT_LONGEST_SEQUENCE] = "";
    append(text, sizeof text, tigetstr("cnorm"));
    send(text);
}

int ct_open(const char *term, ct_wishes wishes) {
    set_locale(wishes.utf8);
    if (signals_open() != 0) return CT_NO_PIPE;
    // LINES and COLUMNS are not for windows of curses: nothing is drawn in them, and they may be of any number. The window's own
    // size is told where it is of people's use; else that of the terminal database has to do, which not every entry has.
    int width, height;
    ct_size(&width, &height);
    use_env(FALSE);
    use_tioctl(width <= wishes.largest_width && height <= wishes.largest_height);
    screen = newterm(term, stdout, stdin);
    if (screen == NULL) {
        signals_close();
        return CT_UNKNOWN_TERMINAL;
    }
    signals_install();
    cbreak();
    noecho();
    keys_open();
    catch_begin();
    keys_listen();
    refresh();
    catch_end();
    const char *move_cursor = tigetstr("cup");
    // Terminals that speak the ANSI sequences ignore modes that they do not know; others would show them.
    has_paste = is_text(move_cursor) && strncmp(move_cursor, "\033[", 2) == 0;
    takes_mouse = wishes.mouse && has_paste;
    keys_define(has_paste, takes_mouse);
    if (has_paste) send("\033[?2004h");
    if (takes_mouse) send(MOUSE_ON);
    remember_reset();
    tcgetattr(STDIN_FILENO, &own_modes);
    return CT_OPEN;
}

// Gives the terminal back, until refresh takes it again.
static void leave(void) {
    if (has_paste) send("\033[?2004l");
    if (takes_mouse) send(MOUSE_OFF);
    show_cursor();
    catch_begin();
    endwin();
    // Caught, the output was no terminal whose modes could be set.
    if (observer != NULL) signals_restore_modes();
    catch_end();
}

void ct_close(void) {
    if (screen == NULL) return;
    leave();
    signals_close();
    keys_close();
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

void ct_resize(int width, int height) { resizeterm(height, width < USUAL_WIDTH ? width : USUAL_WIDTH); }

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
    leave();
    signals_stop();
    if (observer != NULL) tcsetattr(STDIN_FILENO, TCSADRAIN, &own_modes);
    clearok(curscr, TRUE);
    catch_begin();
    if (observer != NULL) keys_listen();
    refresh();
    catch_end();
    if (has_paste) send("\033[?2004h");
    if (takes_mouse) send(MOUSE_ON);
}
