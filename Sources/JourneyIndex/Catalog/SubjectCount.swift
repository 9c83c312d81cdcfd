import JourneyModel

/// How many cases and sessions have events: one pass over all events, once for a store.
struct SubjectCount: Sendable {
    private(set) var cases = 0
    private(set) var sessions = 0

    /// - Throws: `CancellationError`.
    static func of(_ bench: Workbench) async throws -> SubjectCount {
        let manifest = bench.source.image.manifest
        let live = LiveEvents(bench)
        let events = live.projection.events
        let (caseID, session, time) = (events.caseID, events.session, events.time)
        let isOfPeople = live.projection.unit == .person
        let parts = try await live.scan(
            into: { SubjectScan(cases: manifest.cases, sessions: manifest.sessions) },
            subjects: { scan, subjects in
                for subject in subjects {
                    let range = live.projection.range(of: subject)
                    if isOfPeople { scan.split(range, session, time) }
                    scan.note(range, caseID, session)
                }
            },
            loose: { $0.note($1, caseID, session) },
            result: { $0 }
        )
        let whole = parts.dropFirst().reduce(into: parts[0]) { $0.join($1) }
        var count = SubjectCount()
        count.cases = whole.cases.reduce(0) { $0 + $1.nonzeroBitCount }
        count.sessions = whole.unnamed + whole.sessions.reduce(0) { $0 + $1.nonzeroBitCount }
        return count
    }
}

/// Which cases and sessions were seen, and how many sessions without a name (D10).
private struct SubjectScan: Sendable {
    /// Bits by code.
    private(set) var cases: [UInt64]
    private(set) var sessions: [UInt64]
    private(set) var unnamed = 0

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
    }
}
