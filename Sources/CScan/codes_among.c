#include "cscan.h"

#include <string.h>

#include "processor.h"

// One comparison of 64 bytes and its result as a word of 64 bits: an instruction or two where the processor has vectors
// that wide. Swift has the comparison but no way from its result to bits, which costs twenty times as much.

typedef uint8_t block __attribute__((ext_vector_type(64), aligned(1)));
typedef _Bool block_bits __attribute__((ext_vector_type(64)));

FOR_EACH_PROCESSOR
void cscan_codes_among(
    const uint8_t *codes, uint64_t *into, size_t words, const uint8_t *wanted, size_t wanted_count) {
    for (size_t word = 0; word < words; word++) {
        block values;
        memcpy(&values, codes + 64 * word, sizeof values);
        block found = 0;
        for (size_t index = 0; index < wanted_count; index++) found |= (block)(values == wanted[index]);
        block_bits bits = __builtin_convertvector(found, block_bits);
        memcpy(&into[word], &bits, sizeof into[word]);
    }
}
