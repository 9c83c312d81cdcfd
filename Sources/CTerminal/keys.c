#include "keys.h"

#include <curses.h>
#include <string.h>
#include <wchar.h>

enum {
    LONGEST_SEQUENCE = 64,
    PASTE_BEGIN = 0x2000,   // far above the codes that curses gives to the keys only some terminals have
    PASTE_END = 0x2001,
    MOUSE_REPORT = 0x2002,
    ESCAPE = 0x1B
};

static WINDOW *keys;    // reading from a pad repaints nothing

// What came since an Esc of which is not known yet whether it was a key or begins a sequence.
static struct {
    int length;
    char bytes[LONGEST_SEQUENCE + 1];
} begun;

// A report of the mouse, button;column;row and M for pressed or m for let go. On a slow line it may come in pieces.
static struct {
    int is_open;
    int count;
    int numbers[3];
} report;

void keys_open(void) {
    keys = newpad(1, 1);
    nodelay(keys, TRUE);
    intrflush(keys, FALSE);
    // curses is not to wait for the rest of a sequence: who reads knows what to do meanwhile.
    set_escdelay(0);
}

void keys_close(void) {
    delwin(keys);
    keys = NULL;
    begun.length = 0;
    report.is_open = 0;
}

void keys_listen(void) { keypad(keys, TRUE); }

// Keys as terminals send them whatever their database entry says: in the other cursor mode, or as PuTTY does.
static void define_usual_keys(void) {
    static const struct { const char *sequence; int code; } usual[] = {
        {"\033[A", KEY_UP}, {"\033[B", KEY_DOWN}, {"\033[C", KEY_RIGHT}, {"\033[D", KEY_LEFT},
        {"\033OA", KEY_UP}, {"\033OB", KEY_DOWN}, {"\033OC", KEY_RIGHT}, {"\033OD", KEY_LEFT},
        {"\033[H", KEY_HOME}, {"\033[F", KEY_END}, {"\033OH", KEY_HOME}, {"\033OF", KEY_END},
        {"\033[1~", KEY_HOME}, {"\033[4~", KEY_END}, {"\033[7~", KEY_HOME}, {"\033[8~", KEY_END},
        {"\033[2~", KEY_IC}, {"\033[3~", KEY_DC}, {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE},
        {"\033[Z", KEY_BTAB},
    };
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        if (key_defined(usual[i].sequence) == 0) define_key(usual[i].sequence, usual[i].code);
    }
}

void keys_define(int is_ansi, int takes_mouse) {
    if (is_ansi) {
        define_key("\033[200~", PASTE_BEGIN);
        define_key("\033[201~", PASTE_END);
        define_usual_keys();
    }
    // Reports that another program has left switched on are then read over like any unknown sequence.
    define_key(NULL, KEY_MOUSE);
    if (takes_mouse) define_key("\033[<", MOUSE_REPORT);
}

// Takes in one character of a report: what it reports with the last, nothing to heed before.
static ct_input report_input(wint_t next) {
    ct_input input = {.kind = CT_IGNORED};
    int *number = &report.numbers[report.count];
    if (next >= '0' && next <= '9') {
        if (*number < 100000) *number = *number * 10 + (int)(next - '0');
    } else if (next == ';' && report.count < 2) {
        report.count++;
    } else {
        report.is_open = 0;
        if (next != 'M' || report.count != 2) return input;
        input.x = report.numbers[1] - 1;
        input.y = report.numbers[2] - 1;
        // Other numbers are other buttons, and those pressed together with a key.
        if (report.numbers[0] == 0) input.kind = CT_CLICK;
        if (report.numbers[0] == 64) input.kind = CT_WHEEL_UP;
        if (report.numbers[0] == 65) input.kind = CT_WHEEL_DOWN;
    }
    return input;
}

static ct_input key_input(wint_t code) {
    static const struct { wint_t curses; uint32_t ours; } known[] = {
        {KEY_UP, CT_UP}, {KEY_DOWN, CT_DOWN}, {KEY_LEFT, CT_LEFT}, {KEY_RIGHT, CT_RIGHT}, {KEY_HOME, CT_HOME},
        {KEY_FIND, CT_HOME}, {KEY_END, CT_END}, {KEY_SELECT, CT_END}, {KEY_PPAGE, CT_PAGE_UP},
        {KEY_NPAGE, CT_PAGE_DOWN}, {KEY_DC, CT_DELETE}, {KEY_IC, CT_INSERT}, {KEY_BACKSPACE, CT_BACKSPACE},
        {KEY_ENTER, CT_ENTER}, {KEY_BTAB, CT_BACK_TAB},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (known[i].curses == code) return (ct_input){.kind = CT_KEY, .code = known[i].ours};
    }
    if (code > KEY_F0 && code <= KEY_F(24)) return (ct_input){.kind = CT_FUNCTION_KEY, .code = code - KEY_F0};
    if (code == PASTE_BEGIN) return (ct_input){.kind = CT_PASTE_BEGIN};
    if (code == PASTE_END) return (ct_input){.kind = CT_PASTE_END};
    if (code == MOUSE_REPORT) {
        memset(&report, 0, sizeof report);
        report.is_open = 1;
    }
    return (ct_input){.kind = CT_IGNORED};
}

static ct_input escape_input(void) {
    begun.length = 0;
    return (ct_input){.kind = CT_CHARACTER, .code = ESCAPE};
}

// Whether what has begun is a sequence at its end, as ECMA-48 and xterm end them.
static int is_whole(void) {
    unsigned char last = (unsigned char)begun.bytes[begun.length - 1];
    if (begun.length == LONGEST_SEQUENCE) return 1;
    if (begun.length < 3) return 0;
    switch (begun.bytes[1]) {
    case 'O': return 1;
    case '[':
        // After M, an old mouse report, three bytes follow, whatever they are.
        if (begun.bytes[2] == 'M') return begun.length == 6;
        return last >= 0x40 && last <= 0x7E;
    default: return last == 0x07 || (last == '\\' && begun.bytes[begun.length - 2] == ESCAPE);
    }
}

// Goes on with what has begun: a key, a sequence that curses does not know and that is passed over, so that its letters are
// not taken for keys, or CT_NOTHING while its end has not come.
static ct_input sequence_input(void) {
    wint_t next;
    int found;
    while ((found = wget_wch(keys, &next)) != ERR) {
        if (found == KEY_CODE_YES) {
            // The next key is whole: nothing more comes of what had begun.
            ungetch((int)next);
            return ct_decide();
        }
        if (begun.length == 1 && (next > 0x7F || next == 0 || strchr("[O]P", (int)next) == NULL)) {
            unget_wch((wchar_t)next);
            return escape_input();
        }
        begun.bytes[begun.length++] = next > 0 && next < 0x80 ? (char)next : '?';
        begun.bytes[begun.length] = '\0';
        int key = key_defined(begun.bytes);
        if (key > 0) {
            begun.length = 0;
            return key_input((wint_t)key);
        }
        // Less than 0: the beginning of one that curses knows.
        if (key == 0 && is_whole()) return ct_decide();
    }
    return (ct_input){.kind = CT_NOTHING};
}

ct_input ct_decide(void) {
    if (begun.length == 1) return escape_input();
    begun.length = 0;
    return (ct_input){.kind = CT_IGNORED};
}

ct_input ct_read(void) {
    if (begun.length > 0) return sequence_input();
    wint_t code = 0;
    switch (wget_wch(keys, &code)) {
    case KEY_CODE_YES: return key_input(code);
    case OK:
        if (report.is_open) return report_input(code);
        if (code == ESCAPE) {
            begun.length = 1;
            begun.bytes[0] = ESCAPE;
            ct_input input = sequence_input();
            return input.kind == CT_NOTHING ? (ct_input){.kind = CT_UNDECIDED} : input;
        }
        return (ct_input){.kind = CT_CHARACTER, .code = (uint32_t)code};
    default: return (ct_input){.kind = CT_NOTHING};
    }
}
