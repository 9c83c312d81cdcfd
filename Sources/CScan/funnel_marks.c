#include "cscan.h"

#include "processor.h"

// Before the time of any event, and so long before that no window reaches back to it.
#define NEVER (INT64_MIN / 2)

// There is no branch on what an event is, whose it is, or whether the window is still open: none of these is foretold better
// than a coin, and a wrong guess costs more than all the work on an event. What a subject left behind need not be cleared
// either: times are moved by a stride a subject, so that no window reaches from one subject into the next.
static inline __attribute__((always_inline)) void marks_of(
    const cscan_funnel *funnel, const cscan_steps *steps, int is_ranged, int64_t *latest, uint64_t *marks) {
    const int64_t window = funnel->window, settled = funnel->settled, stride = funnel->stride, from = funnel->from;
    const uint64_t width = (uint64_t)funnel->to - (uint64_t)from;
    const uint8_t *step_of_code = funnel->step_of_code, *codes = steps->codes;
    const int64_t *times = steps->times;
    size_t started = 0, last = 0;
    uint64_t mark = 0;
    int64_t before = NEVER;
    for (size_t word = 0; word < steps->words; word++) {
        uint64_t bits = steps->wanted[word];
        const uint64_t starts = steps->starts[word];
        while (bits) {
            const size_t bit = (size_t)__builtin_ctzll(bits), place = 64 * word + bit;
            bits &= bits - 1;
            const size_t subject = started + (size_t)__builtin_popcountll(starts << (63 - bit));
            const int64_t time = times[place], now = time + (int64_t)subject * stride;
            const size_t step = step_of_code[codes[place]];
            const int64_t so_far = latest[step], deeper = latest[step + 1];
            int64_t start = now;
            if (is_ranged) {
                const int is_within = (uint64_t)time - (uint64_t)from <= width;
                start = __builtin_unpredictable(is_within) ? now : NEVER;
            }
            const int64_t entry = __builtin_unpredictable(step == 0) ? start : so_far;
            const int is_reached = now - entry <= window;
            latest[step + 1] = __builtin_unpredictable(is_reached) ? entry : deeper;
            mark = __builtin_unpredictable(subject == last) ? mark : 0;
            mark |= (uint64_t)is_reached << step | (uint64_t)((now == before) | ((step == 0) & (time > settled))) << 63;
            marks[subject] = mark;
            last = subject;
            before = now;
        }
        started += (size_t)__builtin_popcountll(starts);
    }
}

FOR_EACH_PROCESSOR
void cscan_funnel_marks(
    const cscan_funnel *funnel, const cscan_steps *steps, int64_t *latest, uint64_t *marks) {
    for (size_t step = 0; step <= funnel->depth + 1; step++) latest[step] = NEVER;
    if (funnel->from == INT64_MIN && funnel->to == INT64_MAX)
        marks_of(funnel, steps, 0, latest, marks);
    else
        marks_of(funnel, steps, 1, latest, marks);
}
