import Testing

/// Everything that runs the real program: one test after another, because each has processes and a terminal of its own,
/// and a machine with two cores is soon full.
@Suite("End to end", .serialized)
enum EndToEnd {}
