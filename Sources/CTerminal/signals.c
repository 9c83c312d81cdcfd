#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { WAKE_BYTE = 0, LONGEST_RESET = 256, SECONDS_TO_END = 1 };
// How often the terminal is asked to take the reset, and the milliseconds between.
enum { RESET_TRIALS = 20, RESET_PAUSE = 10 };

// One more than the highest number, real-time signals included.
enum { NUMBERS = 65 };
enum { LEFT_ALONE, ENDS, CONTROLS, KILLS };

static struct sigaction before[NUMBERS];
static atomic_int pipe_read = -1;
static atomic_int pipe_write = -1;
static volatile sig_atomic_t ending;
static volatile sig_atomic_t has_failed;
static int (*_Atomic rescuer)(void *address);

static char reset_text[LONGEST_RESET];
static volatile sig_atomic_t reset_length;
static struct termios modes_before;
static volatile sig_atomic_t has_modes;

// What becomes of a signal. All but those of signal(7) that the system or the shell deals with end a process.
static int kind(int number) {
    switch (number) {
    case SIGSEGV: case SIGBUS: case SIGILL: case SIGTRAP: case SIGFPE: case SIGABRT: case SIGSYS: return KILLS;
    case SIGTSTP: case SIGCONT: case SIGWINCH: return CONTROLS;
    case SIGKILL: case SIGSTOP: case SIGTTIN: case SIGTTOU: case SIGCHLD: case SIGURG: return LEFT_ALONE;
    // Between the last of these and the first real-time signal are those that the C library keeps for itself.
    default: return number > 0 && (number < 32 || (number >= SIGRTMIN && number <= SIGRTMAX)) ? ENDS : LEFT_ALONE;
    }
}

// Whether a signal only repeats what the call that it came of says by itself: that a file may not grow any more. The system
// sends it in the name of the process.
static int is_of_own_call(int number, const siginfo_t *info) { return number == SIGXFSZ && info->si_pid == getpid(); }

static void (*_Atomic noted)(int number);

static void on_noted(int number, siginfo_t *info, void *context) {
    (void)context;
    void (*note)(int number) = atomic_load(&noted);
    if (note != NULL && !is_of_own_call(number, info)) note(number);
}

void ct_note_endings(void (*note)(int number)) {
    struct sigaction action, found;
    atomic_store(&noted, note);
    memset(&action, 0, sizeof action);
    action.sa_sigaction = on_noted;
    sigfillset(&action.sa_mask);
    action.sa_flags = SA_RESTART | SA_SIGINFO;
    for (int number = 1; number < NUMBERS; number++) {
        if (kind(number) != ENDS || sigaction(number, NULL, &found) != 0 || found.sa_handler == SIG_IGN) continue;
        sigaction(number, &action, NULL);
    }
}

void ct_crash_quietly(void) {
    for (int number = 1; number < NUMBERS; number++) {
        if (kind(number) == KILLS) signal(number, SIG_DFL);
    }
}

static void on_full_file(int number, siginfo_t *info, void *context) {
    (void)context;
    if (is_of_own_call(number, info)) return;
    signal(number, SIG_DFL);
    raise(number);
}

void ct_fail_full_files(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = on_full_file;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART | SA_SIGINFO;
    sigaction(SIGXFSZ, &action, NULL);
}

void ct_rescue_by(int (*function)(void *address)) { atomic_store(&rescuer, function); }

static void send_byte(unsigned char byte) {
    int end = atomic_load(&pipe_write);
    // A full pipe means that the reader has something to wake up for already.
    if (end >= 0 && write(end, &byte, 1) < 0) return;
}

void signals_restore_modes(void) {
    if (has_modes) tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
}

// Async-signal-safe: puts the terminal right without curses, and waits for it a moment only: another thread may be in the
// middle of a frame, and while that is being taken nothing else is.
static void restore_terminal(void) {
    if (reset_length == 0) return;
    int flags = fcntl(STDOUT_FILENO, F_GETFL);
    if (flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
    for (int trial = 0; trial < RESET_TRIALS; trial++) {
        if (write(STDOUT_FILENO, reset_text, (size_t)reset_length) >= 0 || errno != EAGAIN) break;
        poll(NULL, 0, RESET_PAUSE);
    }
    if (flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, flags);
    signals_restore_modes();
}

static void on_signal(int number, siginfo_t *info, void *context) {
    (void)context;
    if (is_of_own_call(number, info)) return;
    int saved = errno;
    if (number == SIGALRM && ending) {
        // Nobody has ended the process in time: the terminal does not take output, or the program is busy.
        restore_terminal();
        _exit(128 + ending);
    }
    if (kind(number) == ENDS && !ending) {
        ending = number;
        alarm(SECONDS_TO_END);
    }
    send_byte((unsigned char)number);
    errno = saved;
}

static void on_fatal(int number, siginfo_t *info, void *context) {
    (void)context;
    int (*rescue)(void *address) = atomic_load(&rescuer);
    if (number == SIGBUS && info->si_code > 0 && rescue != NULL && rescue(info->si_addr)) return;
    restore_terminal();
    reset_length = 0;
    // Whoever was there before may hand it on to us, as who came after us does.
    struct sigaction next = before[number];
    if (has_failed) {
        next.sa_handler = SIG_DFL;
        next.sa_flags = 0;
    }
    has_failed = 1;
    sigaction(number, &next, NULL);
    // A fault happens again on return, and is then handled as if we had not been there; one sent by kill does not.
    if (info->si_code <= 0) raise(number);
}

static int is_ours(const struct sigaction *action) {
    return (action->sa_flags & SA_SIGINFO) && action->sa_sigaction == on_fatal;
}

// Whether who started us wants us to ignore a signal, as nohup and its like do. A shell without job control ignores the
// terminal's own for what it starts in the background, which says nothing about one that has a terminal.
static int is_ignored(int number) {
    if (number == SIGINT || number == SIGQUIT || kind(number) != ENDS) return 0;
    return before[number].sa_handler == SIG_IGN;
}

void signals_install(void) {
    struct sigaction notes, restores;
    memset(&notes, 0, sizeof notes);
    notes.sa_sigaction = on_signal;
    sigfillset(&notes.sa_mask);
    notes.sa_flags = SA_RESTART | SA_SIGINFO;
    memset(&restores, 0, sizeof restores);
    restores.sa_sigaction = on_fatal;
    sigemptyset(&restores.sa_mask);
    restores.sa_flags = SA_SIGINFO;
    for (int number = 1; number < NUMBERS; number++) {
        int its = kind(number);
        if (its == LEFT_ALONE || is_ignored(number)) continue;
        sigaction(number, its == KILLS ? &restores : &notes, NULL);
    }
}

static int open_pipe(void) {
    int ends[2];
    if (pipe(ends) != 0) return -1;
    for (int i = 0; i < 2; i++) {
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
        fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    }
    atomic_store(&pipe_read, ends[0]);
    atomic_store(&pipe_write, ends[1]);
    return 0;
}

int signals_open(void) {
    if (signals_descriptor() < 0 && open_pipe() != 0) return -1;
    ending = 0;
    reset_length = 0;
    has_modes = tcgetattr(STDIN_FILENO, &modes_before) == 0;
    // Changes nothing but that the function is known: to look for it takes every library, of which a fault may be.
    signals_restore_modes();
    for (int number = 1; number < NUMBERS; number++) {
        struct sigaction found;
        if (kind(number) == LEFT_ALONE || sigaction(number, NULL, &found) != 0) continue;
        if (!is_ours(&found)) before[number] = found;
    }
    signals_install();
    return 0;
}

void signals_close(void) {
    alarm(0);
    for (int number = 1; number < NUMBERS; number++) {
        // Ours goes on rescuing, and so does that of whoever has come after us.
        if (number == SIGBUS && atomic_load(&rescuer) != NULL) continue;
        if (kind(number) != LEFT_ALONE) sigaction(number, &before[number], NULL);
    }
    reset_length = 0;
    // The pipe stays open: another thread may be in the middle of ct_wake. The next signals_open uses it again.
}

int signals_ending(void) { return (int)ending; }

int signals_descriptor(void) { return atomic_load(&pipe_read); }

void signals_remember(const char *reset) {
    size_t length = strlen(reset);
    if (length > LONGEST_RESET) length = 0;
    memcpy(reset_text, reset, length);
    reset_length = (sig_atomic_t)length;
}

void signals_stop(void) {
    struct sigaction action, ours;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &action, &ours);
    // The dashboard does not run on the first thread, and the others of a Swift program take no signals.
    sigset_t stop, mask;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
    raise(SIGTSTP);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    sigaction(SIGTSTP, &ours, NULL);
}

void ct_wake(void) { send_byte(WAKE_BYTE); }

ct_signals ct_take_signals(void) {
    ct_signals taken = {0};
    unsigned char bytes[64];
    ssize_t count;
    while ((count = read(signals_descriptor(), bytes, sizeof bytes)) > 0) {
        for (ssize_t i = 0; i < count; i++) {
            switch (bytes[i]) {
            case WAKE_BYTE: taken.woken = 1; break;
            case SIGWINCH: taken.resized = 1; break;
            case SIGTSTP: taken.stopped = 1; break;
            case SIGCONT: taken.continued = 1; break;
            default: break;
            }
        }
    }
    taken.ending = (int)ending;
    return taken;
}
