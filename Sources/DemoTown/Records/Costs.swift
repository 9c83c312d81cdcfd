import JourneyModel

/// How many contacts each channel carried, and how many transactions were completed, by service and quarter.
struct Volumes {
    let quarters: Int
    private var contacts: [Int]
    private var completed: [Int]

    init(quarters: Int) {
        self.quarters = quarters
        contacts = Array(repeating: 0, count: quarters * TownService.allCases.count * TownChannel.allCases.count)
        completed = Array(repeating: 0, count: quarters * TownService.allCases.count)
    }

    mutating func countContact(_ service: TownService, _ channel: TownChannel, quarter: Int) {
        contacts[index(service, channel, quarter)] += 1
    }

    mutating func countCompletion(_ service: TownService, quarter: Int) {
        completed[quarter * TownService.allCases.count + service.rawValue] += 1
    }

    func contacts(_ service: TownService, _ channel: TownChannel, quarter: Int) -> Int {
        contacts[index(service, channel, quarter)]
    }

    func completions(_ service: TownService, quarter: Int) -> Int {
        completed[quarter * TownService.allCases.count + service.rawValue]
    }

    private func index(_ service: TownService, _ channel: TownChannel, _ quarter: Int) -> Int {
        (quarter * TownService.allCases.count + service.rawValue) * TownChannel.allCases.count + channel.rawValue
    }
}

extension TownChannel {
    /// What one contact costs, in pence: for the web, the phone and the counter the unit costs of the check in D14.
    fileprivate var unitCost: Int {
        switch self {
        case .web: 15
        case .app: 17
        case .phone: 283
        case .counter: 862
        case .post: 95
        case .sms: 4
        case .email: 1
        case .chat: 110
        }
    }
}

extension TownWriter {
    /// The cost table (D14): a row a quarter, service and channel, and one a quarter and service for what they share,
    /// which falls a little every quarter.
    func writeCosts() throws {
        // The ledger is a month older than the log.
        if let from = calendar.monthBefore.from, let to = calendar.monthBefore.to {
            try write(.planning, nil, 260_000, from: from, to: to)
        }
        for quarter in 0..<volumes.quarters {
            let first = Period(.quarter, containing: calendar.firstDay).advanced(by: quarter)
            let span = first.range(in: .utc)
            guard let from = span.from, let to = span.to else { continue }
            for service in TownService.allCases {
                for channel in TownChannel.allCases {
                    let contacts = volumes.contacts(service, channel, quarter: quarter)
                    if contacts > 0 { try write(service, channel, contacts * channel.unitCost, from: from, to: to) }
                }
                let shared = volumes.completions(service, quarter: quarter) * max(10, 90 - 5 * quarter)
                if shared > 0 { try write(service, nil, shared, from: from, to: to) }
            }
        }
    }

    private func write(
        _ service: TownService,
        _ channel: TownChannel?,
        _ pence: Int,
        from: Timestamp,
        to: Timestamp
    ) throws {
        try take(
            .cost(
                CostRecord(
                    service: service.name,
                    channel: channel?.name,
                    amount: Double(pence) / 100,
                    currency: "GBP",
                    from: from,
                    to: to,
                    source: "town ledger"
                )
            )
        )
    }
}
