#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>

/// For each of `words` blocks of 64 codes a word whose bit i says whether code i of the block is one of `wanted`.
void cscan_codes_among(
    const uint8_t *codes, uint64_t *into, size_t words, const uint8_t *wanted, size_t wanted_count);

#endif
