import JourneyModel
import Tallies

/// What a worker counted of hand-offs, by the codes of the two channels.
struct HandOffCounts: Sendable {
    /// The codes of two channels, the earlier above.
    struct Key: Hashable, Sendable {
        fileprivate let codes: UInt64

        init(from: Int32, to: Int32) {
            codes = UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: to))
        }

        var from: Int32 { Int32(truncatingIfNeeded: codes >> 32) }
        var to: Int32 { Int32(truncatingIfNeeded: codes) }
    }

    private struct Pair {
        var tally = HandOffsTally.Pair()
        var people = Seen()

        mutating func add(_ handOff: HandOff) {
            tally.gaps.append(handOff.gap)
            people.add(handOff.finder)
            if handOff.isDue { tally.due += 1 }
            if handOff.isDue, handOff.isCompleted { tally.completed += 1 }
            if handOff.isDueToAsk { tally.dueToAsk += 1 }
        }
    }

    /// People, each once.
    private struct Seen {
        /// The subject that was counted last, + 1: all of a subject's journeys are followed one after another.
        private var last = 0
        /// Who also has journeys elsewhere.
        private var elsewhere: Set<Finder> = []
        private(set) var count = 0

        mutating func add(_ finder: Finder) {
            switch finder {
            case .nobody: count += 1
            case .subject(let subject):
                if last != subject + 1 { count += 1 }
                last = subject + 1
            case .personElsewhere, .caseElsewhere:
                if elsewhere.insert(finder).inserted { count += 1 }
            }
        }

        mutating func join(_ other: Seen) {
            count += other.count
            for finder in other.elsewhere where !elsewhere.insert(finder).inserted { count -= 1 }
        }
    }

    private var pairs: [Key: Pair] = [:]
    private var people = Seen()
    /// Inbound events in range that say no channel.
    var withoutChannel = 0

    /// One hand-off.
    struct HandOff {
        let key: Key
        let gap: Milliseconds
        /// Whose it is.
        let finder: Finder
        let isDue: Bool
        let isCompleted: Bool
        let isDueToAsk: Bool
    }

    mutating func add(_ handOff: HandOff) {
        people.add(handOff.finder)
        pairs[handOff.key, default: Pair()].add(handOff)
    }

    /// The latest hand-off of `key`'s channels asked again.
    mutating func askAgain(_ key: Key) { pairs[key]?.tally.askedAgain += 1 }

    /// Adds what was counted of other journeys.
    mutating func join(_ other: HandOffCounts) {
        people.join(other.people)
        withoutChannel += other.withoutChannel
        for (key, pair) in other.pairs {
            pairs[key, default: Pair()].tally.add(pair.tally)
            pairs[key]?.people.join(pair.people)
        }
    }

    /// The same by name.
    func tally(_ ground: JourneyGround, _ linkage: LinkageCounts, _ signs: HandOffsTally.Signs) -> HandOffsTally {
        var named = TallyTable<NamePair, HandOffsTally.Pair>()
        func name(_ channel: Int32) -> ValueName { ground.rules.channel(Int(channel) + 1) }
        for (key, pair) in pairs {
            var tally = pair.tally
            tally.subjects = pair.people.count
            named.add(tally, to: NamePair(from: name(key.from), to: name(key.to)))
        }
        return HandOffsTally(
            scope: ground.tally,
            pairs: named,
            subjects: people.count,
            withoutChannel: withoutChannel,
            linkage: linkage,
            signs: signs
        )
    }
}
