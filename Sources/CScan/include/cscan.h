#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>

/// For each of `words` blocks of 64 codes a word whose bit i says whether code i of the block is one of `wanted`.
void cscan_codes_among(
    const uint8_t *codes, uint64_t *into, size_t words, const uint8_t *wanted, size_t wanted_count);

/// How many runs have a bit of `bits` set; a run goes from one bit of `starts` to the next.
size_t cscan_runs_met(const uint64_t *bits, const uint64_t *starts, size_t words);

/// A funnel of steps and a window. Times are in milliseconds.
typedef struct {
    size_t depth;
    int64_t window;
    /// The first and last time of an entry.
    int64_t from, to;
    /// Of subjects with a later entry more has to be known than a mark says.
    int64_t settled;
    /// More than the time from the first event of all to the last, and the window.
    int64_t stride;
    /// By code: the step, from 0; `depth` for none.
    const uint8_t *step_of_code;
} cscan_funnel;

/// The events of some subjects, one subject after the other.
typedef struct {
    size_t words;
    /// Bits of the events of a step, and of the first event of each subject.
    const uint64_t *wanted, *starts;
    const uint8_t *codes;
    const int64_t *times;
} cscan_steps;

/// How far each subject gets: bit k of its mark says that it reaches step k. The highest bit says that this is not all: two of
/// its events of a step share an instant, or an event of step 0 is later than `settled`. The first subject's mark is `marks[1]`; those of subjects
/// without a wanted event are left as they are.
///
/// `latest` is memory for `depth + 2` times.
void cscan_funnel_marks(
    const cscan_funnel *funnel, const cscan_steps *steps, int64_t *latest, uint64_t *marks);

/// Gives memory that was freed back to the system, in whichever part of the heap it lies. Takes some milliseconds.
void cscan_give_back(void);
// From now on what is large is given back as soon as it is freed, and lies in no heap meanwhile: glibc would put it there once
// something as large was freed before.
void cscan_keep_large_apart(void);

#endif
