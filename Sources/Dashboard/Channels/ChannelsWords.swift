import JourneyModel
import Wording

/// The Channels screen in plain sentences.
enum ChannelsWords {
    static func sentences(_ state: DashboardState) -> [String] {
        guard let result = ChannelsScreen.result(state).value, let first = result.totals.first else { return [] }
        let events = NumberText.counted(result.events, "event")
        var sentences = [
            result.totals.count == 1
                ? "All \(events) are on one channel, \(first.channel): there is nothing to compare it with."
                : "\(first.channel) carries \(NumberText.percent(first.share.value)) of \(events)."
        ]
        if let takeUp = ChannelsScreen.indicators(state).value?.overall.takeUp.value {
            sentences.append("\(NumberText.percent(takeUp)) of completed transactions were done on a digital channel.")
        }
        let costs = result.totals.filter { $0.costPerTransaction.value != nil }
        if let dear = costs.max(by: { ($0.costPerTransaction.value ?? 0) < ($1.costPerTransaction.value ?? 0) }),
            let cheap = costs.min(by: { ($0.costPerTransaction.value ?? 0) < ($1.costPerTransaction.value ?? 0) }),
            dear.channel != cheap.channel
        {
            let currency = ChannelsScreen.indicators(state).value?.currency
            sentences.append(
                "A completed transaction costs \(NumberText.money(dear.costPerTransaction.value, currency: currency)) on "
                    + "\(dear.channel) and \(NumberText.money(cheap.costPerTransaction.value, currency: currency)) on "
                    + "\(cheap.channel). Who uses which channel, and for what, differs too."
            )
        }
        if let contacts = ChannelsScreen.contacts(state).value, contacts.inferred.value != nil {
            sentences.append(
                "\(NumberText.percent(contacts.inferred.value)) of \(NumberText.count(contacts.inboundContacts)) inbound "
                    + "contacts look avoidable: \(NumberText.count(contacts.chases)) chase an open case, "
                    + "\(NumberText.count(contacts.repeats)) repeat one that was said to be resolved, and "
                    + "\(NumberText.count(contacts.leaks)) follow within a day a digital attempt that failed. One contact can "
                    + "be more than one of these."
            )
        }
        return sentences
    }
}
