import JourneyModel

/// In which order the rows of a file lie, as far as its beginning shows.
enum FileOrder: Hashable, Sendable {
    enum Direction: Hashable, Sendable { case forward, backward }

    /// They lie in no order, or nothing shows which: a time that comes twice is the first.
    case unknown
    /// The rows of each person (or case) by time.
    case ofSubjects(Direction)
    /// All rows by time, whosever they are.
    case ofAll(Direction)

    /// - Parameter rows: the time and the person (or case) of each row of the beginning, in the order of the file.
    init(_ rows: [(time: Timestamp, repeats: Bool, subject: String?)]) {
        var own = Steps()
        var others = Steps()
        var last: [String: (time: Timestamp, repeats: Bool)] = [:]
        for (row, before) in zip(rows, [nil] + rows.map(Optional.some)) {
            if let subject = row.subject {
                if let known = last[subject] { own.add(from: known, to: (row.time, row.repeats)) }
                last[subject] = (row.time, row.repeats)
            }
            if let before, row.subject == nil || row.subject != before.subject {
                others.add(from: (before.time, before.repeats), to: (row.time, row.repeats))
            }
        }
        let hasSubjects = !last.isEmpty
        switch (own.direction, others.direction) {
        case (.mixed, _): self = .unknown
        case (.none, .forward), (.forward, .forward): self = .ofAll(.forward)
        case (.none, .backward), (.backward, .backward): self = .ofAll(.backward)
        case (.none, .none): self = hasSubjects ? .ofSubjects(.forward) : .ofAll(.forward)
        // Grouped by person, or in no order of which anything is known.
        case (.none, .mixed): self = hasSubjects ? .ofSubjects(.forward) : .unknown
        case (.forward, _): self = .ofSubjects(.forward)
        case (.backward, _): self = .ofSubjects(.backward)
        }
    }

    /// Which way the steps from row to row go. Two times that come twice say nothing.
    private struct Steps {
        enum Direction { case none, forward, backward, mixed }

        private var forward = 0
        private var backward = 0

        mutating func add(from: (time: Timestamp, repeats: Bool), to: (time: Timestamp, repeats: Bool)) {
            if from.repeats, to.repeats { return }
            if from.time < to.time { forward += 1 } else if to.time < from.time { backward += 1 }
        }

        var direction: Direction {
            switch (forward > 0, backward > 0) {
            case (false, false): .none
            case (true, false): .forward
            case (false, true): .backward
            case (true, true): .mixed
            }
        }
    }
}
