import JourneyModel
import Tallies

/// One transaction (D12): a case, or, of events without a case, what one person does in one service from a start until
/// it is completed or nothing happens for 28 days (D10). A start page visited again meanwhile is the same transaction.
struct Transaction: Sendable {
    /// -1 where the events name none.
    var person: Int32 = -1
    var caseID: Int32 = -1
    /// Of the start; of a completion without one, its own.
    var service: Int32
    /// Nil where no start was seen: nobody knows what was completed.
    var started: Int64?
    var startChannel: Int32 = -1
    var completed: Int64?
    var isSuccessful = false
    /// What decides its channel (D13), of its events up to its completion.
    private(set) var main = MainInteraction()
    /// The same of those in the 28 days that it has to be completed.
    private(set) var mainInTime = MainInteraction()

    /// Its channel (D13); -1 where nothing decides it.
    var channel: Int32 { main.channel }

    /// Its channel as far as its 28 days tell, completed or not (D20).
    var channelInTime: Int32 { mainInTime.channel }

    /// Takes the next of its events, the start and the completing event among them.
    @inline(__always)
    mutating func take(_ index: Int, _ meaning: ServiceRules.Meaning, _ events: JourneyEvents) {
        main.take(index, meaning, events)
        if let started, span(from: started, to: events.time[index]) <= journeyGap { mainInTime = main }
    }

    /// Neither a person nor a case: a volume that cannot be joined.
    var isAnonymous: Bool { person < 0 && caseID < 0 }

    /// Completed within 28 days of its start.
    var isCompletedInTime: Bool {
        guard let started, let completed else { return false }
        return span(from: started, to: completed) <= journeyGap
    }

    /// Started in `range`, and not completed by its end.
    func isUnfinished(in range: ClosedRange<Int64>?) -> Bool {
        guard let range, let started, range.contains(started) else { return false }
        return completed.map { $0 > range.upperBound } ?? true
    }

    /// Completed in `range`, on a channel (D13) that is not known to be digital.
    func isNotOnline(in range: ClosedRange<Int64>?, _ rules: ServiceRules) -> Bool {
        guard let range, let completed, range.contains(completed) else { return false }
        return rules.kind(channel) != .digital
    }

    /// Its 28 days are over at the horizon, so that not being completed means something.
    func isMature(at horizon: Timestamp?) -> Bool {
        guard let started, let horizon else { return false }
        return Timestamp(milliseconds: started).advanced(by: journeyGap) <= horizon
    }
}

extension JourneyEvents {
    /// What the event at `index` starts.
    @inline(__always)
    func started(at index: Int, person: Int32, caseID: Int32) -> Transaction {
        Transaction(
            person: person,
            caseID: caseID,
            service: service[index],
            started: time[index],
            startChannel: channel[index]
        )
    }

    /// What the event at `index` completes, where nothing was seen to start.
    @inline(__always)
    func unstarted(at index: Int, person: Int32, caseID: Int32, _ main: MainInteraction) -> Transaction {
        var transaction = Transaction(person: person, caseID: caseID, service: service[index], main: main)
        complete(&transaction, at: index)
        return transaction
    }

    @inline(__always)
    func complete(_ transaction: inout Transaction, at index: Int) {
        transaction.completed = time[index]
        // An end point without an outcome did what it should.
        transaction.isSuccessful = !meaning(at: index).contains(.otherCompletion)
    }
}
