internal import JourneyModel

/// What an import counts of its stored events for the data lint (D27), as `batches` keeps it.
struct BatchCounts {
    /// Earlier times are a sign of a wrong clock or format (D27).
    static let earliest = Int64(CivilDate.firstSensible.daysSinceEpoch) * .day

    private(set) var firstTime: Int64?
    private(set) var lastTime: Int64?
    private(set) var withoutPerson = 0
    private(set) var withoutCase = 0
    private(set) var withoutChannel = 0
    private(set) var withoutService = 0
    private(set) var before1990 = 0
    /// Events later than when they were recorded, or imported where no recorded time is known.
    private(set) var inFuture = 0
    /// The latest event that is not later than that (D28).
    private(set) var horizon: Int64?
    private let importedAt: Int64

    init(importedAt: Int64) {
        self.importedAt = importedAt
    }

    mutating func add(_ block: EventBlock) {
        var first = firstTime ?? .max
        var last = lastTime ?? .min
        var known = horizon ?? .min
        for (index, time) in block.time.enumerated() {
            first = min(first, time)
            last = max(last, time)
            if time < BatchCounts.earliest { before1990 += 1 }
            let recorded = block.recorded.isEmpty ? EventBatch.none : block.recorded[index]
            let isLater = time > (recorded == EventBatch.none ? importedAt : recorded)
            inFuture += isLater ? 1 : 0
            known = max(known, isLater ? .min : time)
        }
        if known > .min { horizon = known }
        firstTime = first
        lastTime = last
        withoutPerson += BatchCounts.missing(block.person, of: block)
        withoutCase += BatchCounts.missing(block.caseID, of: block)
        // The first dimensions of every store: touchpoint, channel, service.
        withoutChannel += BatchCounts.missing(block.dimensions.count > 1 ? block.dimensions[1].codes : [], of: block)
        withoutService += BatchCounts.missing(block.dimensions.count > 2 ? block.dimensions[2].codes : [], of: block)
    }

    private static func missing(_ codes: [Int32], of block: EventBlock) -> Int {
        codes.isEmpty ? block.count : codes.reduce(0) { $0 + ($1 < 0 ? 1 : 0) }
    }
}
