/// Many dashboards on one store, each in a terminal of its own.
final class Crowd {
    struct News {
        /// What the import took.
        var importing: Use
        /// Seconds from the import's end until a dashboard had drawn all that it brought; of those that drew something.
        var drawn: Samples
    }

    /// What a dashboard says when it could not follow the store.
    private static let complaints = ["could not be read", "not refreshed"].map { Array($0.utf8) }

    private let members: [PseudoTerminal]
    /// Seconds from the start of the first until the last has its figures.
    let openedWithin: Double

    /// Opens `count` dashboards at once, and waits until all show figures.
    ///
    /// - Throws: `Complaint` where one does not.
    init(_ count: Int, store: String, cxm: String, home: TemporaryFolder) throws {
        let start = Clock.seconds
        members = try (0..<count).map { _ in try Dashboard.open(store, cxm: cxm, home: home) }
        var latest = start
        for member in members {
            try member.wait(for: Dashboard.sign, seconds: Dashboard.patience, with: members)
        }
        for member in members { latest = max(latest, member.lastOutput ?? start) }
        openedWithin = latest - start
        PseudoTerminal.waitForRest(members)
    }

    /// What all of them have to themselves.
    func memory() -> (dirty: Int, clean: Int) {
        let each = members.map { ProcessMemory(of: $0.process.id) }
        return (each.reduce(0) { $0 + $1.dirty }, each.reduce(0) { $0 + $1.clean })
    }

    /// Imports while they look on.
    ///
    /// - Throws: `Complaint` where the import fails.
    func `import`(_ command: [String]) throws -> News {
        let before = members.map(\.lastOutput)
        let process = try ChildProcess(command)
        var end = process.endIfEnded()
        while end == nil {
            PseudoTerminal.wait(members, seconds: 0.002)
            end = process.endIfEnded()
        }
        let ended = Clock.seconds
        guard let end, end.status == 0 else { throw Complaint("the import failed beside the dashboards") }
        PseudoTerminal.waitForRest(members)
        var drawn = Samples()
        for (member, before) in zip(members, before) {
            if let last = member.lastOutput, last != before { drawn.add(max(0, last - ended)) }
        }
        return News(importing: end.use, drawn: drawn)
    }

    /// Leaves all of them.
    ///
    /// - Returns: how many had ended before, ended badly, or complained.
    func quit() -> Int {
        members.count { member in
            let hadEnded = member.isOver
            let end = member.quit()
            return hadEnded || end.status != 0 || Crowd.complaints.contains { member.output.contains($0) }
        }
    }
}
