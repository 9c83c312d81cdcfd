#include "cscan.h"

#include "processor.h"

// In every run the bits below its last one are added to ones: the sum carries into the place of the last bit where any of
// them is set, and never beyond.
FOR_EACH_PROCESSOR
size_t cscan_runs_met(const uint64_t *bits, const uint64_t *starts, size_t words) {
    size_t met = 0;
    uint64_t carry = 0;
    for (size_t word = 0; word < words; word++) {
        const uint64_t next = word + 1 < words ? starts[word + 1] & 1 : 1;
        const uint64_t ends = starts[word] >> 1 | next << 63;
        const uint64_t found = bits[word] | carry;
        unsigned long long sum;
        carry = __builtin_uaddll_overflow(found & ~ends, ~ends, &sum);
        met += (size_t)__builtin_popcountll((sum | found) & ends);
    }
    return met;
}
