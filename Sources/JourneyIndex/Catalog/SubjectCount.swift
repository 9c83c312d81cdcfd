import JourneyModel
import Tallies

/// How many cases and sessions have events, on which days there are any, and how often a subject has several at one instant:
/// one pass over all events, once for a store.
struct SubjectCount: Sendable {
    private(set) var cases = 0
    private(set) var sessions = 0
    /// Two or more events of one subject at one instant (D1).
    private(set) var tieGroups = 0
    private(set) var days = DaysSeen()

    /// - Throws: `CancellationError`.
    static func of(_ bench: Workbench) async throws -> SubjectCount {
        let manifest = bench.source.image.manifest
        let live = LiveEvents(bench)
        let events = live.projection.events
        let (caseID, session, time, sequence) = (events.caseID, events.session, events.time, events.sequence)
        let isOfPeople = live.projection.unit == .person
        let parts = try await live.scan(
            into: { SubjectScan(cases: manifest.cases, sessions: manifest.sessions) },
            subjects: { scan, subjects in
                for subject in subjects {
                    let range = live.projection.range(of: subject)
                    if isOfPeople { scan.split(range, session, time) }
                    scan.noteInstants(range, time, sequence)
                    scan.note(range, caseID, session)
                }
            },
            loose: { scan, rows in
                for row in rows { scan.noteDay(time[row]) }
                scan.note(rows, caseID, session)
            },
            result: { $0 }
        )
        let whole = parts.dropFirst().reduce(into: parts[0]) { $0.join($1) }
        var count = SubjectCount()
        count.cases = whole.cases.reduce(0) { $0 + $1.nonzeroBitCount }
        count.sessions = whole.unnamed + whole.sessions.reduce(0) { $0 + $1.nonzeroBitCount }
        (count.tieGroups, count.days) = (whole.tieGroups, whole.days)
        return count
    }
}

/// Which cases and sessions were seen, and how many sessions without a name (D10).
private struct SubjectScan: Sendable {
    /// Bits by code.
    private(set) var cases: [UInt64]
    private(set) var sessions: [UInt64]
    private(set) var unnamed = 0
    private(set) var tieGroups = 0
    private(set) var days = DaysSeen()
    /// The day that was noted last: most events are of the same as the one before.
    private var day: Range<Int64> = 0..<0

    init(cases: Int, sessions: Int) {
        self.cases = Array(repeating: 0, count: (cases + 63) / 64)
        self.sessions = Array(repeating: 0, count: (sessions + 63) / 64)
    }

    /// The events of a person that name no session are split where nothing happened for more than 30 minutes.
    mutating func split(_ range: Range<Int>, _ session: CodeColumn, _ time: Column<Int64>) {
        var last: Int64?
        for index in range where session[index] < 0 {
            if last.map({ span(from: $0, to: time[index]) > sessionGap }) ?? true { unnamed += 1 }
            last = time[index]
        }
    }

    /// The events of a subject lie in order of time.
    @inline(__always)
    mutating func noteInstants(_ range: Range<Int>, _ time: Column<Int64>, _ sequence: Column<Int64>?) {
        func fine(_ index: Int) -> Int64 { sequence.map { FineOrder.nanoseconds(of: $0[index]) } ?? 0 }
        var (last, isTied) = (Int64.min, false)
        for index in range {
            let time = time[index]
            noteDay(time)
            if index > range.lowerBound, time == last, fine(index) == fine(index - 1) {
                if !isTied { tieGroups += 1 }
                isTied = true
            } else {
                isTied = false
            }
            last = time
        }
    }

    @inline(__always)
    mutating func noteDay(_ time: Int64) {
        if !day.contains(time) { noteNewDay(time) }
    }

    @inline(never)
    private mutating func noteNewDay(_ time: Int64) {
        guard let number = DaysSeen.day(of: time) else { return }
        days.insert(number)
        let start = time - time % .day
        day = start..<start + .day
    }

    mutating func note(_ range: Range<Int>, _ caseID: CodeColumn, _ session: CodeColumn) {
        if caseID.width > 0 { SubjectScan.mark(&cases, range, caseID) }
        if session.width > 0 { SubjectScan.mark(&sessions, range, session) }
    }

    private static func mark(_ bits: inout [UInt64], _ range: Range<Int>, _ codes: CodeColumn) {
        for index in range where codes[index] >= 0 { bits[Int(codes[index]) >> 6] |= 1 << UInt64(codes[index] & 63) }
    }

    mutating func join(_ other: SubjectScan) {
        for word in cases.indices { cases[word] |= other.cases[word] }
        for word in sessions.indices { sessions[word] |= other.sessions[word] }
        unnamed += other.unnamed
        tieGroups += other.tieGroups
        days.add(other.days)
    }
}
