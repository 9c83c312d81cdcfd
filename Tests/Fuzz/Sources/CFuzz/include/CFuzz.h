#ifndef CFUZZ_H
#define CFUZZ_H

#include <stddef.h>
#include <stdint.h>

/// Runs libFuzzer (LLVM's FuzzerInterface.h): calls `function` with one input after another until told to stop.
int LLVMFuzzerRunDriver(
    int *_Nonnull count, char *_Nullable *_Nullable *_Nonnull words,
    int (*_Nonnull function)(const uint8_t *_Nullable bytes, size_t count));

#endif
