import JourneyModel
import Tallies

extension BranchesQuery: IndexTalliedQuestion {
    func tally(in index: Workbench) async throws -> BranchesTally { try await index.branches(self) }
}

extension Workbench {
    /// What comes next after (or came before) a run of touchpoints (D9), counted once a subject: from its first event in
    /// scope at the anchor.
    ///
    /// - Throws: `AnalysisError` for an empty path or a touchpoint that no event has; `CancellationError`.
    fileprivate func branches(_ query: BranchesQuery) async throws -> BranchesTally {
        let touchpoints = try source.dimension(Dimension.touchpoint)
        let path = try codes(of: query.path, touchpoints)
        let selection = try select(query.scope)
        let parts = try await selection.projection.scan(into: { BranchScan(selection, path, query.direction) }) {
            scan,
            subjects in
            scan.scan(subjects)
        }
        var next = TallyTable<ValueName, Spans>()
        for part in parts {
            for (code, delays) in part.delays { next.add(Spans(delays), to: touchpoints.valueName(of: code)) }
        }
        return BranchesTally(
            scope: selection.tally(events: selection.mask.count, subjects: parts.reduce(0) { $0 + $1.subjects }),
            next: next,
            ends: parts.reduce(0) { $0 + $1.ends }
        )
    }

    /// Of a touchpoint that only other parts of the store have a code that no event has.
    private func codes(of path: [String], _ touchpoints: IndexedDimension) throws(AnalysisError) -> [Int32] {
        guard !path.isEmpty else {
            throw .invalid(
                "the tree of paths has no touchpoint to begin with",
                hint: "give the touchpoint to start from"
            )
        }
        var codes: [Int32] = []
        for name in path {
            guard touchpoints.isKnown(name) else {
                throw .unknownTouchpoint(name, suggestions: touchpoints.nearest(to: name))
            }
            codes.append(touchpoints.code(of: name) ?? .max)
        }
        return codes
    }
}

/// Follows a run of touchpoints through each subject.
private struct BranchScan: Sendable {
    let selection: ScopeSelection
    let path: [Int32]
    let direction: BranchesQuery.Direction
    let touchpoint: CodeColumn
    /// By the touchpoint that comes next: the times to it.
    private(set) var delays: [Int32: [Int64]] = [:]
    /// Subjects whose journey ends there.
    private(set) var ends = 0
    private(set) var subjects = 0
    /// Positions of the subject's events in scope.
    private var positions: [Int] = []

    init(_ selection: ScopeSelection, _ path: [Int32], _ direction: BranchesQuery.Direction) {
        self.selection = selection
        self.path = path
        self.direction = direction
        touchpoint = selection.projection.events.touchpoint
    }

    mutating func scan(_ range: Range<Int>) {
        for subject in range {
            positions.removeAll(keepingCapacity: true)
            for position in selection.projection.range(of: subject) where selection.mask.keeps(position) {
                positions.append(position)
            }
            if !positions.isEmpty { subjects += 1 }
            follow()
        }
    }

    private mutating func follow() {
        let codes = touchpoint
        guard let anchor = positions.firstIndex(where: { codes[$0] == path[0] }) else { return }
        let step = direction == .forward ? 1 : -1
        for (offset, code) in path.enumerated() {
            let index = anchor + offset * step
            guard positions.indices.contains(index), codes[positions[index]] == code else { return }
        }
        let last = anchor + (path.count - 1) * step
        guard positions.indices.contains(last + step) else {
            ends += 1
            return
        }
        let time = selection.projection.events.time.values
        let (here, next) = (positions[last], positions[last + step])
        let delay =
            direction == .forward ? span(from: time[here], to: time[next]) : span(from: time[next], to: time[here])
        delays[codes[next], default: []].append(delay)
    }
}
