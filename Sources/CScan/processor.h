#ifndef CSCAN_PROCESSOR_H
#define CSCAN_PROCESSOR_H

#if defined(__x86_64__) && defined(__linux__)
// The widest form that the processor of the day has is chosen when the program starts.
#define FOR_EACH_PROCESSOR __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

#endif
