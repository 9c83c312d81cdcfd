// Ranges of memory that are mapped from files. A file that is cut, or whose disk fails, takes its pages with it: whoever reads
// them then is sent SIGBUS, which ends a process. Here that is survived.
#define _GNU_SOURCE
#include "cfiles.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { TOGETHER = 128 };
enum { FREE, TAKEN, IN_USE };

struct cfiles_range {
    atomic_int state;
    atomic_int is_damaged;
    atomic_uintptr_t start;
    atomic_size_t size;
};

// A list that only grows, and is looked through without a lock: also by a handler, whatever it has interrupted.
struct chunk {
    struct cfiles_range ranges[TOGETHER];
    struct chunk *_Atomic next;
};

static struct chunk first;

static struct cfiles_range *take(struct chunk *chunk) {
    for (int i = 0; i < TOGETHER; i++) {
        int free_one = FREE;
        if (atomic_compare_exchange_strong(&chunk->ranges[i].state, &free_one, TAKEN)) return &chunk->ranges[i];
    }
    return NULL;
}

cfiles_range *cfiles_guard(void *start, unsigned long size) {
    struct cfiles_range *range = NULL;
    for (struct chunk *chunk = &first; (range = take(chunk)) == NULL;) {
        struct chunk *next = atomic_load(&chunk->next);
        if (next == NULL) {
            struct chunk *made = calloc(1, sizeof *made);
            if (made == NULL) return NULL;
            if (atomic_compare_exchange_strong(&chunk->next, &next, made)) next = made;
            else free(made);
        }
        chunk = next;
    }
    atomic_store(&range->is_damaged, 0);
    atomic_store(&range->start, (uintptr_t)start);
    atomic_store(&range->size, size);
    atomic_store(&range->state, IN_USE);
    return range;
}

void cfiles_unguard(cfiles_range *range) { atomic_store(&range->state, FREE); }

int cfiles_is_damaged(const cfiles_range *range) { return atomic_load(&range->is_damaged); }

int cfiles_rescue(void *address) {
    uintptr_t place = (uintptr_t)address;
    for (struct chunk *chunk = &first; chunk != NULL; chunk = atomic_load(&chunk->next)) {
        for (int i = 0; i < TOGETHER; i++) {
            struct cfiles_range *range = &chunk->ranges[i];
            if (atomic_load(&range->state) != IN_USE) continue;
            uintptr_t start = atomic_load(&range->start);
            size_t size = atomic_load(&range->size);
            if (place < start || place - start >= size) continue;
            // Before anybody can read a zero.
            atomic_store(&range->is_damaged, 1);
            // All of it, at once: a failing disk would be asked again for every page, and each page would be a mapping of its
            // own, of which a process may have so many only.
            int saved = errno;
            void *zeros = mmap((void *)start, size, PROT_READ, MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, -1, 0);
            errno = saved;
            return zeros != MAP_FAILED;
        }
    }
    return 0;
}

static struct sigaction before;

static void on_lost_page(int number, siginfo_t *info, void *context) {
    (void)context;
    // One that was sent by kill has no address.
    if (info->si_code > 0 && cfiles_rescue(info->si_addr)) return;
    sigaction(number, &before, NULL);
    // A fault happens again on return, and is then handled as if we had not been there; one sent by kill does not.
    if (info->si_code <= 0) raise(number);
}

void cfiles_survive(void) {
    struct sigaction action, found;
    if (sigaction(SIGBUS, NULL, &found) != 0) return;
    if ((found.sa_flags & SA_SIGINFO) && found.sa_sigaction == on_lost_page) return;
    before = found;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = on_lost_page;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigaction(SIGBUS, &action, NULL);
}
