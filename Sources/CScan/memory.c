#include "cscan.h"

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

void cscan_give_back(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

void cscan_keep_large_apart(void) {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}
