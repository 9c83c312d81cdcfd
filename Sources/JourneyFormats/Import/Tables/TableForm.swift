import Foundation

/// How a table is divided among threads.
struct TableDivision: Sendable {
    /// How much of a table one thread reads at a time.
    var chunkBytes = 2 << 20
    var threads = max(1, min(ProcessInfo.processInfo.activeProcessorCount, 8))
}

/// How a table of events is written, and what it says.
struct TableForm: Sendable {
    /// One for each event that a row tells of; at least one.
    var plans: [EventPlan]
    var shape: RowShape
    var dialect: CSVDialect

    /// Whether a row tells of several events.
    var isWide: Bool { plans.first?.eventOfRow != nil }
}
