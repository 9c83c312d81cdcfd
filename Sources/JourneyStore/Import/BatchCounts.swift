internal import JourneyModel

/// What an import counts of its stored events for the data lint (D27), as `batches` keeps it.
struct BatchCounts {
    /// 1990-01-01T00:00:00Z: earlier times are a sign of a wrong clock or format (D27).
    private static let earliest: Int64 = 631_152_000_000

    var identicalRows = 0
    private(set) var firstTime: Int64?
    private(set) var lastTime: Int64?
    private(set) var withoutPerson = 0
    private(set) var withoutCase = 0
    private(set) var withoutChannel = 0
    private(set) var withoutService = 0
    private(set) var before1990 = 0
    /// Events later than when they were recorded, or imported where no recorded time is known.
    private(set) var inFuture = 0

    mutating func add(_ event: StagedEvent, hasChannel: Bool, hasService: Bool, known: Int64) {
        firstTime = min(firstTime ?? event.time, event.time)
        lastTime = max(lastTime ?? event.time, event.time)
        if event.person < 0 { withoutPerson += 1 }
        if event.caseID < 0 { withoutCase += 1 }
        if !hasChannel { withoutChannel += 1 }
        if !hasService { withoutService += 1 }
        if event.time < BatchCounts.earliest { before1990 += 1 }
        if event.time > known { inFuture += 1 }
    }
}
